import type { ImportLanguage, ImportNote, ImportNoteCode, ImportNoteParams } from '@portal/code'
import type { Clone } from '@portal/version-rules'
import { catalogue, codedCatalogue } from '../../../../i18n/catalogue.ts'
import { storageName } from '../../../../i18n/storage-name.ts'
import { storageNamesEn } from '../../../../i18n/storage-names.en.ts'
import { storageNamesIt } from '../../../../i18n/storage-names.it.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'

/** A text for each code of a note: what the text says or does not, and what became of it. */
export type ImportNoteTexts = { [C in ImportNoteCode]: (params: ImportNoteParams<C>) => string }

const numbers = new Intl.NumberFormat('en')
const region = (name: string | number) => regionDisplayName(String(name))

export const importNotesEn: ImportNoteTexts = {
  TextTooLong: ({ max }) =>
    `The code is longer than ${numbers.format(Number(max))} characters. Paste only the part that creates the image version.`,
  TextTooDeep: ({ max }) =>
    `Brackets in the code are nested deeper than ${max} levels. Paste only the part that creates the image version.`,
  LanguageUnknown: () =>
    'This language isn’t supported. Use az sig image-version create, New-AzGalleryImageVersion, an ARM template, Terraform, a REST request body, or a portal configuration file.',
  BicepNotCompiled: () =>
    'Bicep must be compiled first. Run az bicep build --file main.bicep --stdout, and then paste the output.',
  NoImageVersion: () => 'The code doesn’t contain an image version that the portal can read.',
  OneOfSeveral: ({ count }) => `Image versions in the code: ${count}. Only the first one is imported.`,
  ApiVersionRetires: ({ type, version, date }) =>
    `${type}: API version ${version} retires on ${date}. Use a later version in this code.`,
  PlanFileForeign: () => 'This isn’t a portal configuration file.',
  PlanFileVersionUnknown: ({ version, known }) =>
    `This configuration file has format version ${version}, but this portal supports version ${known}. Save the file again in that version.`,
  PlanFileInvalid: ({ field }) => `The value of ${field} isn’t valid in a configuration.`,
  ValueOpen: ({ name }) => `The value of ${name} isn’t in this code. Enter it in the wizard.`,
  ValueIgnored: ({ name, value }) => `${name} (${value}) isn’t imported. The wizard has no field for it.`,
  OptionIgnored: ({ option }) => `${option} isn’t imported. The wizard has no field for it.`,
  OptionValueMissing: ({ option }) => `${option} has no value.`,
  OptionsExclude: ({ taken, left }) =>
    `${taken} and ${left} can’t be used together, so az would reject the command. Only ${taken} is imported.`,
  NumberExpected: ({ option, value }) => `${option} requires a whole number, but the value is ${value}.`,
  LocationNotNamed: () =>
    'Without --location, az uses the region of the resource group. Choose the region in the wizard.',
  SubscriptionNotNamed: () =>
    'The code doesn’t specify a subscription. The subscription of the image definition is used.',
  NamesInResourceGroup: ({ resourceGroup }) =>
    `Sets without a full resource ID are looked up in the gallery’s resource group${resourceGroup === '' ? '' : ` (${resourceGroup})`}, as in az.`,
  IdWithoutSlash: () => 'Resource IDs start with /subscriptions/. The missing slash was added.',
  EncryptionWithoutTargetRegions: () =>
    'Without --target-regions, az ignores your keys without a warning and uses a platform-managed key. Here, the sets are applied to the source region.',
  EncryptionCountDiffers: ({ regions, encryptions }) =>
    `Target regions: ${regions}. Encryption entries: ${encryptions}. The numbers must match, so az would reject the command.`,
  EncryptionPairIncomplete: ({ text }) =>
    `A LUN in ${text} has no set. Specify both for each data disk: os-set,lun,set,lun,set.`,
  EncryptionLunInvalid: ({ lun }) => `A LUN must be a whole number, but the value is ${lun}.`,
  NullIsNoDataDiskSet: ({ lun }) =>
    `For LUN ${lun}, az would read null as the name of a set. Remove the disk, or specify its set.`,
  BlankIsNoPlaceholder: ({ region: number }) =>
    `Entry ${number} starts with a comma, which az reads as a set without a name. If the OS disk has no set, use null.`,
  ConfidentialPartsDiffer: ({ text }) =>
    `${text} must have the format type,set with exactly one comma. Keep the comma even if there’s no set.`,
  StorageTypeInLowerCase: ({ given, accepted }) =>
    `After a replica count, az supports storage types in lowercase only and would reject ${given}. Use ${accepted}.`,
  TargetRegionNotUnderstood: ({ text }) =>
    `${text} isn’t in the format region=count=storage type. Only the region is imported.`,
  LunCountDiffers: ({ luns, disks }) => `LUNs: ${luns}. Data disks: ${disks}. The numbers must match.`,
  LineNotContinued: () =>
    'The previous line doesn’t end with \\, or has a space after it, so a shell would end the command there. It’s read as continued.',
  TypographicCharacters: () =>
    'This contains typographic dashes, quotes, or spaces that a shell doesn’t support. They’re read as plain characters.',
  UndefinedVariableIsNull: ({ name }) =>
    `${name} isn’t set in this script. PowerShell would use $null and send no set, without a warning.`,
  VariableNotUsed: ({ name }) => `${name} is set but not used. Check for a misspelled variable name.`,
  BareWordIsCommand: ({ word }) =>
    `PowerShell would run ${word} as a command. Put it in quotation marks. It’s read as text here.`,
  SourceKindsMixed: () =>
    'The disks come from both Azure resources and VHD blobs. Choose one type of source in the wizard.',
  StorageAccountsDiffer: () =>
    'The VHD blobs are in several storage accounts, but only one is supported. The storage account of the OS disk is used.',
  LunNotInSource: ({ lun, luns, region: name }) =>
    `${region(name)} has a set for LUN ${lun}, but the source has ${luns === '' ? 'no data disks' : `only these LUNs: ${luns}`}.`,
  SetInAnotherRegion: ({ set, setRegion, region: name }) =>
    `${set} is chosen for ${region(name)}, but it’s in ${region(setRegion)}. A set can only be used in its own region.`,
  SetNamedAfterAnotherRegion: ({ set, named, region: name }) =>
    `${set} is chosen for ${region(name)}, but its name suggests ${region(named)}. A set can only be used in its own region.`,
  RegionWithoutSets: ({ region: name }) => `${region(name)} has no disk encryption set yet.`,
  SetTypesDiffer: () =>
    'Some sets are for customer-managed keys and others for double encryption. A version can use only one type.',
  StorageNotSaid: ({ storage, apiVersion }) =>
    `Storage isn’t specified. With API version ${apiVersion}, Azure uses: ${storageName(storageNamesEn, storage)}.`,
  StorageAndApiVersionNotSaid: ({ storage, apiVersion }) =>
    `Storage and API version aren’t specified. Using the ${apiVersion} default: ${storageName(storageNamesEn, storage)}. Earlier versions use Standard HDD LRS.`,
  StorageSaidTwice: () =>
    'Storage type and storage strategy are both specified, which Azure rejects. The strategy is used.',
}

type SetsTexts = Record<Exclude<Clone['sets'], 'None'>, (sets: string) => string>

const importPlanEn = {
  start: {
    open: 'Start from…',
    latest: (version: string) => `${version}, the latest version`,
    latestHint: 'The same source, regions, and sets, with the next number.',
    version: 'Another version',
    versionHint: 'Of this image definition or another one, in any gallery that you can view.',
    code: 'Code, a file, or a link',
    codeHint: 'A configuration is the whole version; a profile only its sets.',
    submit: 'Start',
    cancel: 'Cancel',
    /** what a version began like, with the way back to an empty form, and from there */
    like: (version: string) => `As in ${version}`,
    startEmpty: 'Start empty',
    empty: 'Empty form',
    undo: 'Undo',
  },
  code: {
    label: 'Command, template, or configuration file',
    hint: 'The code is read in your browser. Nothing is run or sent.',
    choose: 'Choose file…',
    clear: 'Clear',
    tooLarge: (file: string) => `${file} is larger than 1 MB.`,
    recognised: (language: string) => `Recognized: ${language}`,
    unknown: 'Not recognized',
    reading: 'Reading…',
    notRead: 'Couldn’t read the code',
  },
  examples: {
    heading: 'Supported formats',
    hint: 'Select a format to load an example.',
    clearFirst: 'To load an example, clear the field first.',
  },
  nothingYet: {
    title: 'No code yet',
    advice: 'Paste code, choose a file, or load an example. The findings and a summary appear here.',
  },
  notRead: {
    tooLong: {
      title: 'This code takes too long to read',
      body: 'Reading stopped after 5 seconds. Paste only the part that creates the image version.',
    },
    unavailable: {
      title: 'This code can’t be read right now',
      body: 'Part of the portal didn’t load. Copy your code, reload the page, and then paste it again.',
    },
  },
  languages: {
    PlanFile: 'Portal configuration file',
    AzureCli: 'Azure CLI',
    AzurePowerShell: 'Azure PowerShell',
    ArmTemplate: 'ARM template',
    Terraform: 'Terraform',
    RestBody: 'REST',
  } satisfies Record<ImportLanguage, string> as Record<ImportLanguage, string>,
  notes: {
    heading: 'Findings',
    none: 'No problems found.',
    severities: { error: 'Error', warning: 'Warning', info: 'Information' } satisfies Record<
      ImportNote['severity'],
      string
    >,
    line: (line: number) => `Line ${line}`,
    more: (count: number) => `Not shown: ${count} more`,
  },
  plan: { heading: 'Summary' },
  definition: {
    heading: 'Destination',
    intro: 'The image definition to add the new version to.',
  },
  replace: {
    title: 'Replace your draft?',
    body: 'You already have a draft for this image definition. It’s lost if you replace it with this configuration.',
    bodyNamed: (name: string) =>
      `You already have a draft of version ${name} for this image definition. It’s lost if you replace it with this configuration.`,
    keep: 'Keep draft',
    replace: 'Replace draft',
  },
  link: {
    kind: 'Configuration link',
    shownTitle: 'Someone shared this configuration with you',
    shown: 'Nothing is sent to Azure until you create the version in the wizard.',
    damagedTitle: 'This link is damaged',
    damaged: 'Part of it might be missing. Ask for the link again, or for a configuration file.',
  },
  clone: {
    of: (version: string) => `A clone of ${version}`,
    changes: 'Changes',
    source: 'Source',
    sources: {
      Version: 'The version itself. The clone can’t use customer-managed keys, unless you choose another source.',
      OriginalOfEncrypted:
        'The original source, because a version with customer-managed keys can’t be a source. It might have changed since.',
      OriginalOfConfidential:
        'The original source, because the source of a confidential version is a confidential machine, or a disk or snapshot of one.',
    } satisfies Record<Clone['source'], string> as Record<Clone['source'], string>,
    sets: 'Disk encryption sets',
    setsOf: {
      Undecided: () => 'Kept if the destination is in the same subscription. Otherwise, their cells start empty.',
      Kept: () => 'As in the version, because the destination is in the same subscription.',
      LeftOut: (sets: string) =>
        `Not available in the destination’s subscription: ${sets}. In the wizard, fill their cells with “Match by region” or “Apply profile”.`,
    } satisfies SetsTexts as SetsTexts,
    leftOut: 'Not copied',
    endOfLife: (date: string) => `End of life date ${date}`,
    tag: (name: string) => `${name} tag`,
  },
  actions: {
    menu: 'Share',
    save: 'Save configuration',
    copyLink: 'Copy link',
    outcomes: {
      copied: 'Link copied. Anyone who opens it sees only the configuration.',
      tooLong: 'This configuration is too large for a link. Save it as a file.',
      notCopied: 'Your browser blocked copying. Save the configuration as a file.',
    },
  },
}
const numbersIt = new Intl.NumberFormat('it')
const regionIt = (name: string | number) => regionDisplayName(String(name))

export const importNotesIt: ImportNoteTexts = {
  TextTooLong: ({ max }) =>
    `Il codice supera ${numbersIt.format(Number(max))} caratteri. Incollare solo la parte che crea la versione dell’immagine.`,
  TextTooDeep: ({ max }) =>
    `Le parentesi nel codice sono annidate oltre ${max} livelli. Incollare solo la parte che crea la versione dell’immagine.`,
  LanguageUnknown: () =>
    'Linguaggio non supportato. Usare az sig image-version create, New-AzGalleryImageVersion, un modello ARM, Terraform, il corpo di una richiesta REST o un file di configurazione del portale.',
  BicepNotCompiled: () =>
    'Bicep deve essere prima compilato. Eseguire az bicep build --file main.bicep --stdout e incollare l’output.',
  NoImageVersion: () => 'Il codice non contiene una versione dell’immagine leggibile dal portale.',
  OneOfSeveral: ({ count }) => `Versioni dell’immagine nel codice: ${count}. Viene importata solo la prima.`,
  ApiVersionRetires: ({ type, version, date }) =>
    `${type}: la versione API ${version} verrà ritirata in data ${date}. Usare una versione successiva in questo codice.`,
  PlanFileForeign: () => 'Questo non è un file di configurazione del portale.',
  PlanFileVersionUnknown: ({ version, known }) =>
    `Il file di configurazione usa il formato ${version}, ma questo portale supporta il formato ${known}. Salvare di nuovo il file nel formato ${known}.`,
  PlanFileInvalid: ({ field }) => `Il valore di ${field} non è valido in una configurazione.`,
  ValueOpen: ({ name }) => `Il valore di ${name} non è nel codice. Immetterlo nella procedura guidata.`,
  ValueIgnored: ({ name, value }) =>
    `${name} (${value}) non viene importato. La procedura guidata non ha un campo corrispondente.`,
  OptionIgnored: ({ option }) => `${option} non viene importato. La procedura guidata non ha un campo corrispondente.`,
  OptionValueMissing: ({ option }) => `${option} non ha un valore.`,
  OptionsExclude: ({ taken, left }) =>
    `Non è possibile usare insieme ${taken} e ${left}: az rifiuterebbe il comando. Viene importato solo ${taken}.`,
  NumberExpected: ({ option, value }) => `${option} richiede un numero intero, ma il valore è ${value}.`,
  LocationNotNamed: () =>
    'Senza --location, az usa l’area del gruppo di risorse. Scegliere l’area nella procedura guidata.',
  SubscriptionNotNamed: () =>
    'Il codice non specifica una sottoscrizione. Viene usata quella della definizione dell’immagine.',
  NamesInResourceGroup: ({ resourceGroup }) =>
    `I set senza ID risorsa completo vengono cercati nel gruppo di risorse della raccolta${resourceGroup === '' ? '' : ` (${resourceGroup})`}, come fa az.`,
  IdWithoutSlash: () => 'Gli ID risorsa iniziano con /subscriptions/. La barra mancante è stata aggiunta.',
  EncryptionWithoutTargetRegions: () =>
    'Senza --target-regions, az ignora le chiavi senza avvisare e usa una chiave gestita dalla piattaforma. Il portale applica i set all’area di origine.',
  EncryptionCountDiffers: ({ regions, encryptions }) =>
    `Aree di destinazione: ${regions}. Voci di crittografia: ${encryptions}. I numeri devono corrispondere, altrimenti az rifiuta il comando.`,
  EncryptionPairIncomplete: ({ text }) =>
    `Un LUN in ${text} non ha un set. Specificare entrambi per ogni disco dati: set-os,lun,set,lun,set.`,
  EncryptionLunInvalid: ({ lun }) => `Un LUN deve essere un numero intero, ma il valore è ${lun}.`,
  NullIsNoDataDiskSet: ({ lun }) =>
    `Per il LUN ${lun}, az leggerebbe null come nome di un set. Rimuovere il disco o specificarne il set.`,
  BlankIsNoPlaceholder: ({ region: number }) =>
    `La voce ${number} inizia con una virgola, che az legge come un set senza nome. Se il disco del sistema operativo non ha un set, usare null.`,
  ConfidentialPartsDiffer: ({ text }) =>
    `${text} richiede una sola virgola: tipo,set. Mantenere la virgola anche senza un set.`,
  StorageTypeInLowerCase: ({ given, accepted }) =>
    `Dopo il numero di repliche, az supporta i tipi di archiviazione solo in minuscolo e rifiuterebbe ${given}. Usare ${accepted}.`,
  TargetRegionNotUnderstood: ({ text }) =>
    `${text} non è nel formato area=numero=tipo di archiviazione. Viene importata solo l’area.`,
  LunCountDiffers: ({ luns, disks }) => `LUN: ${luns}. Dischi dati: ${disks}. I numeri devono corrispondere.`,
  LineNotContinued: () =>
    'La riga precedente non termina con \\ o ha uno spazio dopo \\, quindi una shell terminerebbe il comando. Viene letta come se continuasse.',
  TypographicCharacters: () =>
    'Sono presenti trattini, virgolette o spazi tipografici non supportati da una shell. Vengono letti come caratteri semplici.',
  UndefinedVariableIsNull: ({ name }) =>
    `${name} non è impostata in questo script. PowerShell userebbe $null e non invierebbe alcun set, senza avvisi.`,
  VariableNotUsed: ({ name }) =>
    `${name} è impostata ma non usata. Controllare se il nome di una variabile contiene un errore.`,
  BareWordIsCommand: ({ word }) =>
    `PowerShell eseguirebbe ${word} come comando. Racchiuderlo tra virgolette. Il portale lo legge come testo.`,
  SourceKindsMixed: () =>
    'I dischi provengono sia da risorse di Azure sia da BLOB VHD. Scegliere un solo tipo di origine nella procedura guidata.',
  StorageAccountsDiffer: () =>
    'I BLOB VHD si trovano in più account di archiviazione, ma ne è supportato uno solo. Viene usato quello del disco del sistema operativo.',
  LunNotInSource: ({ lun, luns, region: name }) =>
    `${regionIt(name)} ha un set per il LUN ${lun}, ma l’origine ${luns === '' ? 'non ha dischi dati' : `ha solo questi LUN: ${luns}`}.`,
  SetInAnotherRegion: ({ set, setRegion, region: name }) =>
    `${set} è scelto per ${regionIt(name)}, ma si trova in ${regionIt(setRegion)}. Un set può essere usato solo nella propria area.`,
  SetNamedAfterAnotherRegion: ({ set, named, region: name }) =>
    `${set} è scelto per ${regionIt(name)}, ma il nome suggerisce ${regionIt(named)}. Un set può essere usato solo nella propria area.`,
  RegionWithoutSets: ({ region: name }) => `${regionIt(name)} non ha ancora un set di crittografia del disco.`,
  StorageNotSaid: ({ storage, apiVersion }) =>
    `Archiviazione non specificata. Con la versione API ${apiVersion} Azure usa: ${storageName(storageNamesIt, storage)}.`,
  StorageAndApiVersionNotSaid: ({ storage, apiVersion }) =>
    `Archiviazione e versione API non specificate. Valore predefinito da ${apiVersion} in poi: ${storageName(storageNamesIt, storage)}. Le versioni API precedenti usano HDD Standard con ridondanza locale.`,
  StorageSaidTwice: () =>
    'Sono specificati sia il tipo sia la strategia di archiviazione, ma Azure non li accetta insieme. Viene usata la strategia.',
  SetTypesDiffer: () =>
    'Alcuni set sono per chiavi gestite dal cliente, altri per la doppia crittografia. Una versione può usarne un solo tipo.',
}

const importPlanIt: typeof importPlanEn = {
  start: {
    open: 'Inizia da…',
    latest: (version) => `${version}, la versione più recente`,
    latestHint: 'Stessa origine, stesse aree e stessi set, con il numero successivo.',
    version: 'Un’altra versione',
    versionHint: 'Di questa definizione dell’immagine o di un’altra, in qualsiasi raccolta accessibile.',
    code: 'Codice, file o collegamento',
    codeHint: 'Una configurazione è l’intera versione; un profilo solo i suoi set.',
    submit: 'Inizia',
    cancel: 'Annulla',
    like: (version) => `Come la ${version}`,
    startEmpty: 'Svuota modulo',
    empty: 'Modulo vuoto',
    undo: 'Annulla',
  },
  code: {
    label: 'Comando, modello o file di configurazione',
    hint: 'Il codice viene letto nel browser. Non viene eseguito né inviato.',
    choose: 'Scegli file…',
    clear: 'Cancella',
    tooLarge: (file) => `${file} supera 1 MB.`,
    recognised: (language) => `Riconosciuto: ${language}`,
    unknown: 'Non riconosciuto',
    reading: 'Lettura in corso…',
    notRead: 'Impossibile leggere il codice',
  },
  examples: {
    heading: 'Formati supportati',
    hint: 'Selezionare un formato per caricare un esempio.',
    clearFirst: 'Per caricare un esempio, cancellare prima il contenuto del campo.',
  },
  nothingYet: {
    title: 'Nessun codice',
    advice: 'Incollare il codice, scegliere un file o caricare un esempio. Qui appaiono i risultati e un riepilogo.',
  },
  notRead: {
    tooLong: {
      title: 'La lettura di questo codice richiede troppo tempo',
      body: 'La lettura è stata interrotta dopo 5 secondi. Incollare solo la parte che crea la versione dell’immagine.',
    },
    unavailable: {
      title: 'Al momento non è possibile leggere questo codice',
      body: 'Una parte del portale non è stata caricata. Copiare il codice, ricaricare la pagina e incollarlo di nuovo.',
    },
  },
  languages: {
    PlanFile: 'File di configurazione di questo portale',
    AzureCli: 'Azure CLI',
    AzurePowerShell: 'Azure PowerShell',
    ArmTemplate: 'Modello ARM',
    Terraform: 'Terraform',
    RestBody: 'REST',
  },
  notes: {
    heading: 'Risultati',
    none: 'Nessun problema rilevato.',
    severities: { error: 'Errore', warning: 'Avviso', info: 'Informazione' },
    line: (line) => `Riga ${line}`,
    more: (count) => `Altri non mostrati: ${count}`,
  },
  plan: { heading: 'Riepilogo' },
  definition: {
    heading: 'Destinazione',
    intro: 'La definizione dell’immagine a cui aggiungere la nuova versione.',
  },
  replace: {
    title: 'Sostituire la bozza?',
    body: 'Esiste già una bozza per questa definizione dell’immagine. Se viene sostituita con questa configurazione, va persa.',
    bodyNamed: (name) =>
      `Esiste già una bozza della versione ${name} per questa definizione dell’immagine. Se viene sostituita con questa configurazione, va persa.`,
    keep: 'Mantieni bozza',
    replace: 'Sostituisci bozza',
  },
  link: {
    kind: 'Collegamento a una configurazione',
    shownTitle: 'Questa configurazione è stata condivisa da un altro utente',
    shown: 'Non viene inviato nulla ad Azure finché non si crea la versione nella procedura guidata.',
    damagedTitle: 'Questo collegamento è danneggiato',
    damaged: 'Potrebbe mancarne una parte. Richiedere di nuovo il collegamento o un file di configurazione.',
  },
  clone: {
    of: (version) => `Un clone di ${version}`,
    changes: 'Modifiche',
    source: 'Origine',
    sources: {
      Version:
        'La versione stessa. Il clone non può usare chiavi gestite dal cliente, a meno che non si scelga un’altra origine.',
      OriginalOfEncrypted:
        'L’origine iniziale, perché una versione con chiavi gestite dal cliente non può essere un’origine. Nel frattempo potrebbe essere cambiata.',
      OriginalOfConfidential:
        'L’origine iniziale, perché l’origine di una versione riservata è una macchina riservata, oppure un suo disco o snapshot.',
    },
    sets: 'Set di crittografia del disco',
    setsOf: {
      Undecided: () =>
        'Gli stessi, se la destinazione è nella stessa sottoscrizione. In caso contrario, le celle sono inizialmente vuote.',
      Kept: () => 'Come nella versione, perché la destinazione è nella stessa sottoscrizione.',
      LeftOut: (sets) =>
        `Non disponibili nella sottoscrizione di destinazione: ${sets}. Nella procedura guidata, compilare le celle con “Abbina per area” o “Applica profilo”.`,
    },
    leftOut: 'Non copiati',
    endOfLife: (date) => `Data di fine del ciclo di vita ${date}`,
    tag: (name) => `Tag ${name}`,
  },
  actions: {
    menu: 'Condividi',
    save: 'Salva configurazione',
    copyLink: 'Copia collegamento',
    outcomes: {
      copied: 'Collegamento copiato. Chi lo apre vede solo la configurazione.',
      tooLong: 'Questa configurazione è troppo grande per un collegamento. Salvarla come file.',
      notCopied: 'Il browser ha bloccato la copia. Salvare la configurazione come file.',
    },
  },
}

/** The texts of importing a plan in the language shown. */
export const useImportPlanTexts = catalogue({ en: importPlanEn, it: importPlanIt })

/** The text of a note on an imported text in the language shown. */
export const useImportNoteText = codedCatalogue<ImportNote>({ en: importNotesEn, it: importNotesIt })

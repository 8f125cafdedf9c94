import { storageName } from '../../../../i18n/storage-name.ts'
import { storageNamesIt } from '../../../../i18n/storage-names.it.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import type { ImportNoteTexts, ImportPlanTexts } from './import-plan.en.ts'

const numbers = new Intl.NumberFormat('it')
const region = (name: string | number) => regionDisplayName(String(name))

export const importNotesIt: ImportNoteTexts = {
  TextTooLong: ({ max }) =>
    `Il codice supera ${numbers.format(Number(max))} caratteri. Incollare solo la parte che crea la versione dell’immagine.`,
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
    `${region(name)} ha un set per il LUN ${lun}, ma l’origine ${luns === '' ? 'non ha dischi dati' : `ha solo questi LUN: ${luns}`}.`,
  SetInAnotherRegion: ({ set, setRegion, region: name }) =>
    `${set} è scelto per ${region(name)}, ma si trova in ${region(setRegion)}. Un set può essere usato solo nella propria area.`,
  SetNamedAfterAnotherRegion: ({ set, named, region: name }) =>
    `${set} è scelto per ${region(name)}, ma il nome suggerisce ${region(named)}. Un set può essere usato solo nella propria area.`,
  RegionWithoutSets: ({ region: name }) => `${region(name)} non ha ancora un set di crittografia del disco.`,
  StorageNotSaid: ({ storage, apiVersion }) =>
    `Archiviazione non specificata. Con la versione API ${apiVersion} Azure usa: ${storageName(storageNamesIt, storage)}.`,
  StorageAndApiVersionNotSaid: ({ storage, apiVersion }) =>
    `Archiviazione e versione API non specificate. Valore predefinito da ${apiVersion} in poi: ${storageName(storageNamesIt, storage)}. Le versioni API precedenti usano HDD Standard con ridondanza locale.`,
  StorageSaidTwice: () =>
    'Sono specificati sia il tipo sia la strategia di archiviazione, ma Azure non li accetta insieme. Viene usata la strategia.',
  SetTypesDiffer: () =>
    'Alcuni set sono per chiavi gestite dal cliente, altri per la doppia crittografia. Una versione può usarne un solo tipo.',
}

export const importPlanIt: ImportPlanTexts = {
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

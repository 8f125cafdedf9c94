import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { storageName } from '../image-versions/storage-name.ts'
import { storageNamesIt } from '../image-versions/storage-names.it.ts'
import type { ImportNoteTexts, ImportPlanTexts } from './import-plan.en.ts'

const numbers = new Intl.NumberFormat('it')
const region = (name: string | number) => regionDisplayName(String(name))

export const importNotesIt: ImportNoteTexts = {
  TextTooLong: ({ max }) =>
    `Il testo supera ${numbers.format(Number(max))} caratteri. Incollare la parte che crea la versione dell’immagine.`,
  TextTooDeep: ({ max }) =>
    `Le parentesi di questo testo sono annidate oltre ${max} livelli. Incollare la parte che crea la versione dell’immagine.`,
  LanguageUnknown: () =>
    'Il portale non legge questo linguaggio. Legge az sig image-version create, New-AzGalleryImageVersion, modelli ARM, Terraform, corpi dell’interfaccia REST e i propri file di piano.',
  BicepNotCompiled: () =>
    'Bicep viene letto dopo la compilazione: eseguire az bicep build --file main.bicep --stdout e incollare il risultato.',
  NoImageVersion: () => 'In questo testo non c’è una versione dell’immagine che il portale possa leggere.',
  OneOfSeveral: ({ count }) => `Il testo crea ${count} versioni dell’immagine. Questa è la prima.`,
  ApiVersionRetires: ({ type, version, date }) =>
    `${type}: la versione API ${version} viene ritirata in data ${date}. Usare una versione successiva in questo codice.`,
  PlanFileForeign: () => 'Questo non è un file di piano di questo portale.',
  PlanFileVersionUnknown: ({ version, known }) =>
    `Questo file di piano ha la versione ${version}; questo portale legge la versione ${known}. Salvare di nuovo il piano con un portale della stessa versione.`,
  PlanFileInvalid: ({ field }) => `Il piano non può contenere quanto il testo indica per ${field}.`,
  ValueOpen: ({ name }) =>
    `${name} riceve il valore altrove. Il campo resta vuoto: compilarlo nella procedura guidata.`,
  ValueIgnored: ({ name, value }) =>
    `${name} con ${value} non viene ripreso: la procedura guidata non ha un campo corrispondente.`,
  OptionIgnored: ({ option }) => `${option} non viene ripreso: la procedura guidata non ha un campo corrispondente.`,
  OptionValueMissing: ({ option }) => `${option} non ha un valore.`,
  OptionsExclude: ({ taken, left }) =>
    `${taken} e ${left} si escludono a vicenda e az li rifiuterebbe. Viene usato ${taken}.`,
  NumberExpected: ({ option, value }) => `${option} richiede un numero intero e ${value} non lo è.`,
  LocationNotNamed: () =>
    'Senza --location az usa l’area del gruppo di risorse. Scegliere l’area nella procedura guidata.',
  SubscriptionNotNamed: () =>
    'Il testo lascia aperta la sottoscrizione. Viene usata quella della definizione dell’immagine.',
  NamesInResourceGroup: ({ resourceGroup }) =>
    `I set indicati senza percorso vengono cercati nel gruppo di risorse della raccolta${resourceGroup === '' ? '' : `, ${resourceGroup}`}, come fa az.`,
  IdWithoutSlash: () => 'Un ID risorsa inizia con /subscriptions/. La barra mancante viene aggiunta.',
  EncryptionWithoutTargetRegions: () =>
    'Senza --target-regions az scarta le chiavi e crea la versione con una chiave gestita dalla piattaforma, senza avviso. Qui i set vanno all’area della versione.',
  EncryptionCountDiffers: ({ regions, encryptions }) =>
    `Le aree di destinazione sono ${regions} e le voci per la crittografia ${encryptions}. Si corrispondono per ordine, quindi az rifiuterebbe il comando.`,
  EncryptionPairIncomplete: ({ text }) =>
    `In ${text} un LUN non ha un set. Ogni disco dati richiede entrambi: set-os,lun,set,lun,set.`,
  EncryptionLunInvalid: ({ lun }) => `${lun} si trova al posto di un LUN, che è un numero intero.`,
  NullIsNoDataDiskSet: ({ lun }) =>
    `Per il LUN ${lun} az legge null come nome di un set. Omettere il disco o indicarne il set.`,
  BlankIsNoPlaceholder: ({ region: number }) =>
    `La voce ${number} inizia con una virgola, che per az è un set senza nome. Scrivere null se il disco del sistema operativo non ha un set.`,
  ConfidentialPartsDiffer: ({ text }) => `${text} richiede una sola virgola: tipo,set. Senza set la virgola resta.`,
  StorageTypeInLowerCase: ({ given, accepted }) =>
    `Dopo il numero di repliche az accetta i tipi di archiviazione solo in minuscolo e rifiuterebbe ${given}. Scrivere ${accepted}.`,
  TargetRegionNotUnderstood: ({ text }) =>
    `${text} non ha la forma area=numero=tipo di archiviazione. Viene ripresa solo l’area.`,
  LunCountDiffers: ({ luns, disks }) => `I LUN sono ${luns} per ${disks} dischi dati.`,
  LineNotContinued: () =>
    'La riga precedente non termina con \\, o lo segue uno spazio, quindi una shell vi terminerebbe il comando. Viene letta come se continuasse.',
  TypographicCharacters: () =>
    'Un elaboratore di testi ha inserito qui trattini, virgolette o spazi tipografici, che una shell non comprende. Vengono letti come quelli semplici.',
  UndefinedVariableIsNull: ({ name }) =>
    `${name} non è impostata in questo script. PowerShell usa $null e non invierebbe alcun set, senza avviso.`,
  VariableNotUsed: ({ name }) => `${name} è impostata e non usata. Forse è il nome che manca altrove.`,
  BareWordIsCommand: ({ word }) =>
    `PowerShell eseguirebbe ${word} come comando. Metterlo tra virgolette. Il testo viene ripreso.`,
  SourceKindsMixed: () =>
    'I dischi provengono da risorse di Azure e da BLOB VHD. Un piano di questo portale ha un solo tipo: scegliere l’origine nella procedura guidata.',
  StorageAccountsDiffer: () =>
    'I BLOB VHD si trovano in più account di archiviazione. Un piano di questo portale ne ha uno, quello del disco del sistema operativo.',
  LunNotInSource: ({ lun, luns, region: name }) =>
    `${region(name)} ha un set per il LUN ${lun}, ma l’origine ${luns === '' ? 'non ha dischi dati' : `ha solo LUN ${luns}`}.`,
  SetInAnotherRegion: ({ set, setRegion, region: name }) =>
    `${set} è scelto in ${region(name)}, ma si trova in ${region(setRegion)}. Un set si può usare solo nella propria area.`,
  SetNamedAfterAnotherRegion: ({ set, named, region: name }) =>
    `${set} è scelto in ${region(name)}, ma il nome indica ${region(named)}. Un set si può usare solo nella propria area.`,
  RegionWithoutSets: ({ region: name }) => `${region(name)} non ha ancora un set di crittografia del disco.`,
  StorageNotSaid: ({ storage, apiVersion }) =>
    `Archiviazione non indicata. Con la versione API ${apiVersion} Azure usa: ${storageName(storageNamesIt, storage)}.`,
  StorageAndApiVersionNotSaid: ({ storage, apiVersion }) =>
    `Archiviazione e versione API non indicate. Impostato il valore predefinito da ${apiVersion} in poi: ${storageName(storageNamesIt, storage)}. Le versioni precedenti usano HDD Standard con ridondanza locale.`,
  StorageSaidTwice: () =>
    'Sono indicati sia il tipo sia la strategia di archiviazione, e Azure li rifiuta insieme. Impostata la strategia.',
  SetTypesDiffer: () =>
    'Alcuni set sono per chiavi gestite dal cliente, altri per la doppia crittografia. Una versione ne ha un solo tipo.',
}

export const importPlanIt: ImportPlanTexts = {
  code: {
    title: 'Importa un piano',
    subtitle: 'Incollare ciò che crea altrove una versione dell’immagine e vederlo come nella procedura guidata',
    label: 'Comando, modello o file di piano',
    hint: 'Viene letto in questo browser: nulla viene eseguito e nulla viene inviato.',
    choose: 'Scegli un file…',
    tooLarge: (file) => `${file} supera 1 MB.`,
    recognised: (language) => `Riconosciuto: ${language}`,
    unknown: 'Non riconosciuto',
    reading: 'Lettura in corso…',
    notRead: 'Non letto',
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
    PlanFile: 'File di piano di questo portale',
    AzureCli: 'Interfaccia della riga di comando di Azure',
    AzurePowerShell: 'PowerShell di Azure',
    ArmTemplate: 'Modello ARM',
    Terraform: 'Terraform',
    RestBody: 'REST',
  },
  notes: {
    heading: 'Che cosa ha trovato il portale',
    none: 'Tutto è stato compreso e nulla si contraddice.',
    severities: { error: 'Errato', warning: 'Da verificare', info: 'Nota' },
    line: (line) => `Riga ${line}`,
    more: (count) => `Altre note non mostrate: ${count}`,
  },
  plan: { heading: 'Il piano in breve' },
  definition: {
    heading: 'Dove va',
    intro: 'La definizione dell’immagine a cui appartiene la nuova versione.',
    required: 'Scegliere la definizione dell’immagine.',
    notFound: (name) => `Non è visibile alcuna definizione dell’immagine ${name}. Sceglierne una.`,
  },
  open: 'Apri nella procedura guidata',
  replace: {
    title: 'Sostituire la bozza?',
    body: 'Esiste una bozza per questa definizione dell’immagine. Va persa se il piano importato ne prende il posto.',
    bodyNamed: (name) =>
      `Esiste una bozza della versione ${name} per questa definizione dell’immagine. Va persa se il piano importato ne prende il posto.`,
    keep: 'Mantieni la bozza',
    replace: 'Sostituisci',
  },
  link: {
    title: 'Un piano da un collegamento',
    subtitle: 'Come qualcuno l’ha scelto nella propria procedura guidata',
    shownTitle: 'Questo piano è stato inviato da qualcuno',
    shown: 'Nulla è stato inviato ad Azure, e nulla lo sarà finché non si crea la versione nella procedura guidata.',
    damagedTitle: 'Questo collegamento è danneggiato',
    damaged: 'Potrebbe mancarne una parte. Chiederlo di nuovo, oppure chiedere il piano come file.',
    importOther: 'Importa un piano',
  },
  next: {
    title: 'Crea la versione successiva',
    subtitle: 'Stesse aree, stessi set e opzioni della versione precedente; anche l’origine, finché non la si cambia',
  },
  actions: {
    menu: 'Piano',
    import: 'Importa…',
    save: 'Salva piano',
    copyLink: 'Copia collegamento',
    outcomes: {
      copied: 'Il collegamento è copiato. Chi lo apre vede il piano e nient’altro.',
      tooLong: 'Questo piano è troppo grande per un collegamento. Salvarlo come file.',
      notCopied: 'Il browser non consente al portale di copiare. Salvare il piano come file.',
    },
  },
}

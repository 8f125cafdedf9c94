import { catalogue } from '../../../i18n/catalogue.ts'

/** The English texts about copies for a rehearsal. */
export const copyEn = {
  title: 'Copy for rehearsal',
  intro:
    'Saves what you can read as a file, which opens as a simulated Azure. Nothing changes in Azure, and the file contains no secrets.',
  subscriptions: 'Subscriptions',
  galleries: 'Azure compute galleries',
  allGalleries: 'All galleries',
  chosenGalleries: 'Selected galleries',
  noGalleries: 'No galleries found.',
  anonymize: 'Replace names and IDs',
  anonymizeHint: 'A second file lists the names. Store it separately.',
  chooseSubscription: 'Select at least one subscription.',
  chooseGallery: 'Select at least one gallery.',
  start: 'Take a copy',
  goOn: 'Continue',
  stop: 'Stop',
  download: 'Download copy',
  downloadNames: 'Download names',
  parts: {
    resourceGroups: 'Reading resource groups',
    resources: 'Reading resources',
    instances: 'Reading scale set instances',
    roleAssignments: 'Reading role assignments',
    policyAssignments: 'Reading policy assignments',
    keys: 'Reading key properties',
    states: 'Reading states',
    locks: 'Reading locks',
    permissions: 'Reading your permissions',
  },
  progress: (step: string, read: string, total: string) => `${step}: ${read} of ${total}`,
  readSoFar: (lines: string, size: string) => `${lines} entries, ${size}`,
  another: 'New copy',
  stopped: 'Stopped. What was read is kept until you close or reload this tab.',
  interrupted: 'The copy isn’t complete. What was read is kept until you close or reload this tab.',
  done: 'The copy is ready',
  doneBody: (lines: string, size: string) => `${lines} entries, ${size}. To rehearse, open it in the demo.`,
  megabytes: (size: string) => `${size} MB`,
  unreadTitle: 'Some of it can’t be read',
  unread: {
    keys: (count: string) => `Key vaults whose keys you can’t view: ${count}`,
    locks: (count: string) => `Subscriptions whose locks you can’t view: ${count}`,
    states: (count: string) => `Versions and virtual machines whose state you can’t view: ${count}`,
    roleAssignments: (count: string) =>
      `Subscriptions whose role assignments you can’t view: ${count}. Only your own roles there are included.`,
  },
  never:
    'Never included: key material, deleted versions, deployments, earlier changes, quotas, members of groups, and names of other people.',
}

/** The Italian texts about copies for a rehearsal. */
const copyIt: typeof copyEn = {
  title: 'Copia per esercitazione',
  intro:
    'Salva ciò che è possibile leggere in un file, che si apre come ambiente Azure simulato. In Azure non cambia nulla e il file non contiene segreti.',
  subscriptions: 'Sottoscrizioni',
  galleries: 'Raccolte di calcolo di Azure',
  allGalleries: 'Tutte le raccolte',
  chosenGalleries: 'Raccolte selezionate',
  noGalleries: 'Nessuna raccolta trovata.',
  anonymize: 'Sostituire nomi e ID',
  anonymizeHint: 'Un secondo file elenca i nomi. Conservarlo separatamente.',
  chooseSubscription: 'Selezionare almeno una sottoscrizione.',
  chooseGallery: 'Selezionare almeno una raccolta.',
  start: 'Crea copia',
  goOn: 'Continua',
  stop: 'Arresta',
  download: 'Scarica copia',
  downloadNames: 'Scarica nomi',
  parts: {
    resourceGroups: 'Lettura dei gruppi di risorse',
    resources: 'Lettura delle risorse',
    instances: 'Lettura delle istanze dei set di scalabilità',
    roleAssignments: 'Lettura delle assegnazioni di ruolo',
    policyAssignments: 'Lettura delle assegnazioni di criteri',
    keys: 'Lettura delle proprietà delle chiavi',
    states: 'Lettura degli stati',
    locks: 'Lettura dei blocchi',
    permissions: 'Lettura delle proprie autorizzazioni',
  },
  progress: (step, read, total) => `${step}: ${read} di ${total}`,
  readSoFar: (lines, size) => `${lines} voci, ${size}`,
  another: 'Nuova copia',
  stopped: 'Operazione arrestata. Quanto letto viene mantenuto fino alla chiusura o al ricaricamento della scheda.',
  interrupted:
    'La copia non è completa. Quanto letto viene mantenuto fino alla chiusura o al ricaricamento della scheda.',
  done: 'La copia è pronta',
  doneBody: (lines, size) => `${lines} voci, ${size}. Per esercitarsi, aprirla nella demo.`,
  megabytes: (size) => `${size} MB`,
  unreadTitle: 'Alcune parti non sono leggibili',
  unread: {
    keys: (count) => `Insiemi di credenziali le cui chiavi non sono visibili: ${count}`,
    locks: (count) => `Sottoscrizioni i cui blocchi non sono visibili: ${count}`,
    states: (count) => `Versioni e macchine virtuali il cui stato non è visibile: ${count}`,
    roleAssignments: (count) =>
      `Sottoscrizioni le cui assegnazioni di ruolo non sono visibili: ${count}. Sono inclusi solo i propri ruoli.`,
  },
  never:
    'Mai inclusi: materiale delle chiavi, versioni eliminate, distribuzioni, modifiche precedenti, quote, membri dei gruppi e nomi di altre persone.',
}

/** The texts about copies for a rehearsal in the language shown. */
export const useCopyTexts = catalogue({ en: copyEn, it: copyIt })

/** The English texts of the comparison of a copy with what Azure has now. */
export const comparisonEn = {
  title: 'Compare with today',
  intro: 'Reads again what a copy contains, and lists what has changed since. Nothing changes in Azure.',
  file: 'Copy',
  choose: 'Choose file',
  names: 'Names of the copy',
  namesHint: 'This copy has other names and IDs. Its second file lists the real ones.',
  faults: {
    noFile: 'Choose the file of a rehearsal copy.',
    noCopy: 'This file isn’t a copy, or it’s damaged. Choose another file.',
    noNames: 'Choose the file that lists the names of this copy.',
    noSubscription:
      'You can’t view any subscription of this copy. Choose another file, or switch to an account that can.',
  },
  start: 'Compare',
  goOn: 'Continue',
  stop: 'Stop',
  stopped: 'Stopped. What was read is kept until you close this.',
  comparing: 'Comparing',
  hidden: (names: string) => `You can’t view these subscriptions now, so they aren’t compared: ${names}`,
  nothing: (time: string) => `Nothing has changed since ${time}.`,
  since: (time: string) => `Changes since ${time}`,
  changes: { Create: 'New', Delete: 'Gone', Update: 'Changed' },
  kind: 'Type',
  allKinds: 'All types',
  properties: 'Properties',
  unread: {
    keys: (count: string) => `Key vaults whose keys you couldn’t view then or can’t view now: ${count}`,
    locks: (count: string) => `Subscriptions whose locks you couldn’t view then or can’t view now: ${count}`,
    roleAssignments: (count: string) =>
      `Subscriptions whose role assignments you couldn’t view then or can’t view now: ${count}`,
  },
  otherPermissions:
    'Permissions have changed, or someone else took the copy. What is new or gone might only have become visible or hidden.',
}

export const comparisonIt: typeof comparisonEn = {
  title: 'Confronta con oggi',
  intro: 'Legge di nuovo il contenuto di una copia ed elenca ciò che è cambiato. In Azure non cambia nulla.',
  file: 'Copia',
  choose: 'Scegli file',
  names: 'Nomi della copia',
  namesHint: 'Questa copia ha altri nomi e ID. Il suo secondo file elenca quelli reali.',
  faults: {
    noFile: 'Scegliere il file di una copia.',
    noCopy: 'Il file non è una copia o è danneggiato. Scegliere un altro file.',
    noNames: 'Scegliere il file che elenca i nomi della copia.',
    noSubscription:
      'Nessuna sottoscrizione della copia è visibile. Scegliere un altro file o passare a un account che può visualizzarle.',
  },
  start: 'Confronta',
  goOn: 'Continua',
  stop: 'Arresta',
  stopped: 'Operazione arrestata. Quanto letto viene mantenuto fino alla chiusura di questa finestra.',
  comparing: 'Confronto in corso',
  hidden: (names) => `Sottoscrizioni ora non visibili e quindi non confrontate: ${names}`,
  nothing: (time) => `Nessuna modifica dal ${time}.`,
  since: (time) => `Modifiche dal ${time}`,
  changes: { Create: 'Nuovo', Delete: 'Non più presente', Update: 'Modificato' },
  kind: 'Tipo',
  allKinds: 'Tutti i tipi',
  properties: 'Proprietà',
  unread: {
    keys: (count) => `Insiemi di credenziali le cui chiavi non erano o non sono visibili: ${count}`,
    locks: (count) => `Sottoscrizioni i cui blocchi non erano o non sono visibili: ${count}`,
    roleAssignments: (count) => `Sottoscrizioni le cui assegnazioni di ruolo non erano o non sono visibili: ${count}`,
  },
  otherPermissions:
    'Le autorizzazioni sono cambiate o la copia è di un’altra persona. Ciò che è nuovo o non più presente potrebbe essere solo diventato visibile o nascosto.',
}

/** The texts of the comparison in the language shown. */
export const useComparisonTexts = catalogue({ en: comparisonEn, it: comparisonIt })

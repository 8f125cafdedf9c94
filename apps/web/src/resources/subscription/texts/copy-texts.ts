import { catalogue } from '../../../i18n/catalogue.ts'

/** The English texts about copies for a rehearsal. */
const copyEn = {
  action: 'Copy for rehearsal',
  title: 'Copy for rehearsal',
  intro:
    'Saves what you can read as a file, which opens as a simulated Azure. Nothing changes in Azure, and the file contains no secrets.',
  subscriptions: 'Subscriptions',
  galleries: 'Azure compute galleries',
  allGalleries: 'All galleries',
  chosenGalleries: 'Selected galleries',
  noGalleries: 'No galleries found.',
  anonymize: 'Replace names and IDs',
  anonymizeHint: 'A second file lists the names. Keep it apart.',
  chooseSubscription: 'Select at least one subscription.',
  chooseGallery: 'Select at least one gallery.',
  start: 'Take a copy',
  goOn: 'Continue',
  stop: 'Stop',
  close: 'Close',
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
  stopped: 'Stopped. What was read is kept until you close this.',
  interrupted: 'The copy isn’t complete. What was read is kept: continue, or close.',
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

type CopyTexts = typeof copyEn

/** The Italian texts about copies for a rehearsal. */
const copyIt: CopyTexts = {
  action: 'Copia per la prova',
  title: 'Copia per la prova',
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
  close: 'Chiudi',
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
  stopped: 'Operazione arrestata. Quanto letto viene mantenuto fino alla chiusura.',
  interrupted: 'La copia non è completa. Quanto letto viene mantenuto: continuare o chiudere.',
  done: 'La copia è pronta',
  doneBody: (lines, size) => `${lines} voci, ${size}. Per la prova, aprirla nella demo.`,
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

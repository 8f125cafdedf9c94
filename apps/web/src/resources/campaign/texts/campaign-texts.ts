import type { CampaignObstacle, CampaignSource, ProofState } from '@portal/campaign'
import { catalogue } from '../../../i18n/catalogue.ts'

/** What has become of an item of a campaign. */
export type ItemState =
  | ProofState
  | 'NotStarted'
  | 'Starting'
  | 'Creating'
  | 'NotCreated'
  | 'Replaced'
  | 'Revoked'
  | 'Deleted'

const obstacles: Record<CampaignObstacle, string> = {
  AlreadyEncrypted: 'Already encrypted with customer-managed keys',
  HasSuccessor: 'A run has already created its new version',
  Confidential: 'Confidential image: it needs confidential sets and exists in its source region only',
  NotSucceeded: 'Azure hasn’t finished creating this version',
  SharedGallery: 'Its gallery is shared: Azure doesn’t allow encrypted versions there',
  Locked: 'A read-only lock prevents new versions of its definition',
  Shallow: 'Shallow replication: Azure doesn’t encrypt it with customer-managed keys',
  DefinitionHidden: 'No permission to view its image definition',
  SourceGone: 'Its source doesn’t exist anymore',
  SourceNotEncryptable: 'Azure doesn’t encrypt versions from this kind of source',
  SourceMayHaveChanged: 'Its source might have changed since',
  PartlyEncrypted: 'Some of its disks have customer-managed keys',
  NoCopyAtHome: 'It has no replica in its source region',
}

const sources: Record<CampaignSource, string> = {
  OriginalSource: 'Its original source',
  DisksOfVersion: 'New disks from the version',
}

const states: Record<ItemState, string> = {
  NotStarted: 'Not started',
  Starting: 'Starting',
  Creating: 'Creating',
  NotCreated: 'Not created',
  Replicating: 'Replicating',
  Proven: 'Encrypted as requested',
  Different: 'Not as requested',
  Failed: 'Replication failed',
  Replaced: 'Old version excluded from latest',
  Revoked: 'Old version revoked',
  Deleted: 'Old version deleted',
}

/** The English texts of encrypting versions that exist. */
export const campaignEn = {
  title: 'Encrypt versions',
  subtitle: 'Create versions again with your own keys',
  action: 'Encrypt versions',
  obstacles,
  sources,
  states,
  choose: {
    title: 'Versions',
    description: 'Versions with platform-managed keys on at least one disk. Each is created again with a new number.',
    all: 'Select all',
    chosen: (chosen: string, all: string) => `Selected: ${chosen} of ${all}`,
    most: (most: string) => `Only the first ${most} versions are listed.`,
    none: 'No versions with platform-managed keys found',
    noneAdvice: 'Every version that you have permission to view is encrypted with customer-managed keys.',
    byGroup: 'A run covers the versions of one resource group.',
    continue: 'Continue',
    back: 'Change selection',
    version: 'Version',
    encryption: 'Encryption',
    regions: 'Regions',
  },
  campaigns: {
    title: 'Encryption runs',
    leftOut: (count: string) => `Skipped because of an invalid EncryptionCampaign tag: ${count}`,
    versions: (count: string) => `Versions: ${count}`,
  },
  plan: {
    title: 'How each version is created',
    description:
      'An image version can’t be the source of an encrypted one. If its original source is gone, the portal creates disks from the version, and deletes them when the new version replaces the old one.',
    version: 'Version',
    newNumber: 'New number',
    source: 'Created from',
    sourceOf: (name: string) => `Source of ${name}`,
    impossible: 'Can’t be encrypted',
    noNumber: 'No free version number',
    successor: 'New version:',
    failedSuccessor: 'An earlier run left an incomplete version. You can repair it instead:',
    locked: (locks: string) => `The old version will stay: ${locks}`,
    gone: 'Not found, or no permission to view it',
    type: 'Encryption type',
  },
  preview: {
    title: 'New versions',
    description:
      'Azure creates them in deployments of up to five versions. They’re excluded from latest until you replace the old versions.',
    version: 'New version',
    regions: 'Regions',
    sets: 'Sets',
    replicas: 'Replicas',
    size: 'Size',
    total: (versions: string, replicas: string, size: string) =>
      `Versions: ${versions} · Replicas: ${replicas} · ${size}`,
    unknownSize: 'unknown size',
    code: 'Show code of the first deployment',
  },
  create: (count: number) => (count === 1 ? 'Create 1 version' : `Create ${count} versions`),
  starting: 'Starting…',
  fix: (count: number) => (count === 1 ? 'Fix 1 problem to continue' : `Fix ${count} problems to continue`),
  nothing: 'None of these versions can be encrypted',
  summary: (count: number) => (count === 1 ? '1 version' : `${count} versions`),
  campaign: {
    title: 'Encryption run',
    titleOf: (date: string) => `Encryption run of ${date}`,
    what: 'What this run does',
    whoCanChange:
      'Anyone with permission to deploy to the resource group can start a run. Check this before you continue one.',
    started: (time: string) => `Started ${time}`,
    ofVersions: 'Versions',
    description: 'Everything here is read from Azure. Anyone with access to the resource group can open this page.',
    deployments: (started: string, all: string) => `Deployments started: ${started} of ${all}`,
    continue: 'Start remaining deployments',
    starting: 'Starting deployments…',
    leave: 'If you close this page, the remaining deployments wait until someone starts them here.',
    old: 'Old version',
    new: 'New version',
    state: 'State',
    action: 'Action',
    again: 'Try again',
    againFor: (name: string) => `Try again: ${name}`,
    repair: 'Repair region',
    repairFor: (name: string) => `Repair region: ${name}`,
    inRegions: (regions: string) => `Regions: ${regions}`,
    locked: (locks: string) => `Old version protected: ${locks}`,
    otherSource: 'Created from another source than this run uses',
    progress: (percent: string) => `${percent} replicated`,
    page: (from: string, to: string, all: string) => `${from}–${to} of ${all}`,
    previous: 'Previous',
    next: 'Next',
  },
  statement: {
    group: 'Resource group',
    startedBy: 'Started by',
    write: (who: string, time: string) => `${who} · ${time}`,
    you: (who: string) => `${who} (you)`,
    application: (id: string) => `Application ${id}`,
    changedBy: (write: string) => `Changed by ${write}`,
    unread: 'No permission to read Azure’s activity log',
    unrecorded: 'No record in Azure’s activity log. A record takes a few minutes to appear and is kept for 90 days.',
    versions: 'Versions',
    type: 'Encryption type',
    sets: 'Disk encryption sets',
    key: (vault: string, key: string) => `Key vault: ${vault} · Key: ${key}`,
    use: (region: string, disks: string) => `${region}: ${disks}`,
    otherGroup: (name: string) => `Another resource group: ${name}`,
    noSet: 'Not found, or no permission to view it',
    ask: 'Continue this run?',
    intro: 'You didn’t start this run in this tab. Continue only if you recognize the people, sets, and keys.',
    confirm: 'Continue',
    cancel: 'Cancel',
  },
  replace: {
    title: 'Replace old versions',
    description:
      'An old version is changed only after its new version has the requested encryption in every region. The portal checks this again before each request.',
    action: 'What to do with each old version',
    actions: { exclude: 'Exclude from latest', revoke: 'Revoke', delete: 'Delete' },
    versions: 'Old versions',
    typeCount: (count: number) =>
      count === 1 ? 'Type 1 to delete this version' : `Type ${count} to delete these ${count} versions`,
    countMismatch: (count: number) => `Type the number ${count}.`,
    secondPerson:
      'You started or changed this run. This portal requires someone else to delete the versions that it replaced.',
    noRecord:
      'This portal requires someone other than the person who started the run, and Azure’s activity log has no record of who that is.',
    reason: 'Replaced by a version with customer-managed keys',
    button: (count: number) =>
      count === 0 ? 'Replace versions' : count === 1 ? 'Replace 1 version' : `Replace ${count} versions`,
    none: 'No version is ready to be replaced',
    locked: (count: string) => `Locked: ${count}`,
    dialog: {
      exclude: (count: number) => (count === 1 ? 'Replace 1 version?' : `Replace ${count} versions?`),
      revoke: (count: number) =>
        count === 1 ? 'Replace and revoke 1 version?' : `Replace and revoke ${count} versions?`,
      delete: (count: number) =>
        count === 1 ? 'Replace and delete 1 version?' : `Replace and delete ${count} versions?`,
    },
    body: {
      exclude:
        'Each new version is included in latest if the old one was, and then the old version is excluded. Scale sets that upgrade automatically get the new version.',
      revoke:
        'Each new version is included in latest if the old one was, and then the old version is revoked in favor of the new one. Virtual machines keep running.',
      delete:
        'Each new version is included in latest if the old one was, and then the old version is deleted. Virtual machines keep running.',
    },
    waiting: (count: number) => `Waiting for Azure: ${count}`,
    confirm: { exclude: 'Replace', revoke: 'Replace and revoke', delete: 'Replace and delete' },
  },
}

/** The Italian texts of encrypting versions that exist. */
const campaignIt: typeof campaignEn = {
  title: 'Crittografia di versioni',
  subtitle: 'Ricreare le versioni con le proprie chiavi',
  action: 'Crittografa versioni',
  obstacles: {
    AlreadyEncrypted: 'Già crittografata con chiavi gestite dal cliente',
    HasSuccessor: 'Un’esecuzione ha già creato la nuova versione',
    Confidential: 'Immagine riservata: richiede set riservati ed esiste solo nell’area di origine',
    NotSucceeded: 'Azure non ha completato la creazione di questa versione',
    SharedGallery: 'La raccolta è condivisa: Azure non ammette versioni crittografate',
    Locked: 'Un blocco di sola lettura impedisce nuove versioni della definizione',
    Shallow: 'Replica superficiale: Azure non la crittografa con chiavi gestite dal cliente',
    DefinitionHidden: 'Nessuna autorizzazione per visualizzare la definizione dell’immagine',
    SourceGone: 'L’origine non esiste più',
    SourceNotEncryptable: 'Azure non crittografa versioni da questo tipo di origine',
    SourceMayHaveChanged: 'L’origine potrebbe essere cambiata nel frattempo',
    PartlyEncrypted: 'Alcuni dischi hanno chiavi gestite dal cliente',
    NoCopyAtHome: 'Nessuna replica nell’area di origine',
  },
  sources: { OriginalSource: 'Origine iniziale', DisksOfVersion: 'Nuovi dischi dalla versione' },
  states: {
    NotStarted: 'Non avviata',
    Starting: 'In avvio',
    Creating: 'In creazione',
    NotCreated: 'Non creata',
    Replicating: 'In replica',
    Proven: 'Crittografata come richiesto',
    Different: 'Diversa da quanto richiesto',
    Failed: 'Replica non riuscita',
    Replaced: 'Versione precedente esclusa dalla versione più recente',
    Revoked: 'Versione precedente revocata',
    Deleted: 'Versione precedente eliminata',
  },
  choose: {
    title: 'Versioni',
    description:
      'Versioni con chiavi gestite dalla piattaforma per almeno un disco. Ognuna viene ricreata con un nuovo numero.',
    all: 'Seleziona tutto',
    chosen: (chosen, all) => `Selezionate: ${chosen} su ${all}`,
    most: (most) => `Sono elencate solo le prime ${most} versioni.`,
    none: 'Nessuna versione con chiavi gestite dalla piattaforma',
    noneAdvice: 'Tutte le versioni visualizzabili sono crittografate con chiavi gestite dal cliente.',
    byGroup: 'Un’esecuzione riguarda le versioni di un solo gruppo di risorse.',
    continue: 'Continua',
    back: 'Cambia selezione',
    version: 'Versione',
    encryption: 'Crittografia',
    regions: 'Aree',
  },
  campaigns: {
    title: 'Esecuzioni della crittografia',
    leftOut: (count) => `Ignorate per un tag EncryptionCampaign non valido: ${count}`,
    versions: (count) => `Versioni: ${count}`,
  },
  plan: {
    title: 'Come viene creata ogni versione',
    description:
      'Una versione dell’immagine non può essere l’origine di una versione crittografata. Se l’origine iniziale non esiste più, il portale crea dischi dalla versione e li elimina quando la nuova versione sostituisce la precedente.',
    version: 'Versione',
    newNumber: 'Nuovo numero',
    source: 'Creata da',
    sourceOf: (name) => `Origine di ${name}`,
    impossible: 'Non crittografabile',
    noNumber: 'Nessun numero di versione disponibile',
    successor: 'Nuova versione:',
    failedSuccessor:
      'Un’esecuzione precedente ha lasciato una versione incompleta. In alternativa è possibile ripararla:',
    locked: (locks) => `La versione precedente resterà: ${locks}`,
    gone: 'Non trovata o non accessibile',
    type: 'Tipo di crittografia',
  },
  preview: {
    title: 'Nuove versioni',
    description:
      'Azure le crea in distribuzioni di cinque versioni al massimo. Sono escluse dalla versione più recente finché non sostituiscono le precedenti.',
    version: 'Nuova versione',
    regions: 'Aree',
    sets: 'Set',
    replicas: 'Repliche',
    size: 'Dimensioni',
    total: (versions, replicas, size) => `Versioni: ${versions} · Repliche: ${replicas} · ${size}`,
    unknownSize: 'dimensioni sconosciute',
    code: 'Mostra il codice della prima distribuzione',
  },
  create: (count) => (count === 1 ? 'Crea 1 versione' : `Crea ${count} versioni`),
  starting: 'Avvio in corso…',
  fix: (count) =>
    count === 1 ? 'Correggere 1 problema per continuare' : `Correggere ${count} problemi per continuare`,
  nothing: 'Nessuna di queste versioni può essere crittografata',
  summary: (count) => (count === 1 ? '1 versione' : `${count} versioni`),
  campaign: {
    title: 'Esecuzione della crittografia',
    titleOf: (date) => `Esecuzione della crittografia del ${date}`,
    what: 'Contenuto dell’esecuzione',
    whoCanChange:
      'Chiunque possa eseguire distribuzioni nel gruppo di risorse può avviare un’esecuzione. Verificare i dati prima di continuare.',
    started: (time) => `Inizio: ${time}`,
    ofVersions: 'Versioni',
    description: 'Tutto viene letto da Azure. Chiunque abbia accesso al gruppo di risorse può aprire questa pagina.',
    deployments: (started, all) => `Distribuzioni avviate: ${started} su ${all}`,
    continue: 'Avvia le distribuzioni rimanenti',
    starting: 'Avvio delle distribuzioni…',
    leave: 'Se la pagina viene chiusa, le distribuzioni rimanenti attendono che qualcuno le avvii qui.',
    old: 'Versione precedente',
    new: 'Nuova versione',
    state: 'Stato',
    action: 'Azione',
    again: 'Riprova',
    againFor: (name) => `Riprova: ${name}`,
    repair: 'Ripara area',
    repairFor: (name) => `Ripara area: ${name}`,
    inRegions: (regions) => `Aree: ${regions}`,
    locked: (locks) => `Versione precedente protetta: ${locks}`,
    otherSource: 'Creata da un’origine diversa da quella dell’esecuzione',
    progress: (percent) => `Replica: ${percent}`,
    page: (from, to, all) => `${from}–${to} di ${all}`,
    previous: 'Indietro',
    next: 'Avanti',
  },
  statement: {
    group: 'Gruppo di risorse',
    startedBy: 'Avviata da',
    write: (who, time) => `${who} · ${time}`,
    you: (who) => `${who} (utente corrente)`,
    application: (id) => `Applicazione ${id}`,
    changedBy: (write) => `Modificata da ${write}`,
    unread: 'Nessuna autorizzazione per leggere il log attività di Azure',
    unrecorded:
      'Nessuna voce nel log attività di Azure. Una voce compare dopo alcuni minuti e viene conservata per 90 giorni.',
    versions: 'Versioni',
    type: 'Tipo di crittografia',
    sets: 'Set di crittografia del disco',
    key: (vault, key) => `Insieme di credenziali: ${vault} · Chiave: ${key}`,
    use: (region, disks) => `${region}: ${disks}`,
    otherGroup: (name) => `Altro gruppo di risorse: ${name}`,
    noSet: 'Non trovato o non accessibile',
    ask: 'Continuare l’esecuzione?',
    intro:
      'L’esecuzione non è stata avviata in questa scheda. Continuare solo se persone, set e chiavi sono quelli previsti.',
    confirm: 'Continua',
    cancel: 'Annulla',
  },
  replace: {
    title: 'Sostituzione delle versioni precedenti',
    description:
      'Una versione precedente viene modificata solo quando la nuova ha la crittografia richiesta in ogni area. Il portale lo verifica di nuovo prima di ogni richiesta.',
    action: 'Operazione per ogni versione precedente',
    actions: { exclude: 'Escludi dalla versione più recente', revoke: 'Revoca', delete: 'Elimina' },
    versions: 'Versioni precedenti',
    typeCount: (count) =>
      count === 1
        ? 'Digitare 1 per eliminare questa versione'
        : `Digitare ${count} per eliminare queste ${count} versioni`,
    countMismatch: (count) => `Digitare il numero ${count}.`,
    secondPerson:
      'L’esecuzione è stata avviata o modificata dall’utente corrente. In questo portale le versioni sostituite devono essere eliminate da un’altra persona.',
    noRecord:
      'In questo portale l’eliminazione spetta a una persona diversa da chi ha avviato l’esecuzione, che non risulta nel log attività di Azure.',
    reason: 'Sostituita da una versione con chiavi gestite dal cliente',
    button: (count) =>
      count === 0 ? 'Sostituisci versioni' : count === 1 ? 'Sostituisci 1 versione' : `Sostituisci ${count} versioni`,
    none: 'Nessuna versione pronta per la sostituzione',
    locked: (count) => `Bloccate: ${count}`,
    dialog: {
      exclude: (count) => (count === 1 ? 'Sostituire 1 versione?' : `Sostituire ${count} versioni?`),
      revoke: (count) =>
        count === 1 ? 'Sostituire e revocare 1 versione?' : `Sostituire e revocare ${count} versioni?`,
      delete: (count) =>
        count === 1 ? 'Sostituire ed eliminare 1 versione?' : `Sostituire ed eliminare ${count} versioni?`,
    },
    body: {
      exclude:
        'Ogni nuova versione viene inclusa nella versione più recente se lo era la precedente, che viene poi esclusa. I set di scalabilità che si aggiornano automaticamente ricevono la nuova versione.',
      revoke:
        'Ogni nuova versione viene inclusa nella versione più recente se lo era la precedente, che viene poi revocata a favore della nuova. Le macchine virtuali restano in esecuzione.',
      delete:
        'Ogni nuova versione viene inclusa nella versione più recente se lo era la precedente, che viene poi eliminata. Le macchine virtuali restano in esecuzione.',
    },
    waiting: (count) => `In attesa di Azure: ${count}`,
    confirm: { exclude: 'Sostituisci', revoke: 'Sostituisci e revoca', delete: 'Sostituisci ed elimina' },
  },
}

/** The texts of encrypting versions that exist, in the language shown. */
export const useCampaignTexts = catalogue({ en: campaignEn, it: campaignIt })

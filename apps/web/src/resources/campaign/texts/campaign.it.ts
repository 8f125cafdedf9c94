import type { CampaignTexts } from './campaign.en.ts'

/** The Italian texts of encrypting versions that exist. */
export const campaignIt: CampaignTexts = {
  title: 'Crittografia di versioni',
  subtitle: 'Ricreare le versioni con le proprie chiavi',
  action: 'Crittografa versioni',
  obstacles: {
    AlreadyEncrypted: 'Già crittografata con chiavi gestite dal cliente',
    HasSuccessor: 'Un’esecuzione ha già creato la nuova versione',
    Confidential: 'Immagine riservata: richiede set riservati ed esiste solo nell’area di origine',
    NotSucceeded: 'Azure non ha completato la creazione di questa versione',
    SharedGallery: 'La raccolta è condivisa: Azure non ammette versioni crittografate',
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
    gone: 'Non trovata o non accessibile',
    type: 'Tipo di crittografia',
    matrix: 'Set per tutte le versioni',
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
    problems: 'Problemi',
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
    otherSource: 'Creata da un’origine diversa da quella dell’esecuzione',
    progress: (percent) => `Replica: ${percent}`,
    page: (from, to, all) => `${from}–${to} di ${all}`,
    previous: 'Indietro',
    next: 'Avanti',
    rejected: (name) => `${name} non è stata creata`,
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

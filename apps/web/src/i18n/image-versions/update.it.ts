import type { UpdateTexts } from './update.en.ts'

export const updateIt: UpdateTexts = {
  title: (version) => `Aggiorna ${version}`,
  kind: 'Aree e opzioni di pubblicazione',
  discard: 'Rimuovi le modifiche',
  open: 'Apri la versione',
  forbidden: {
    title: 'Non è consentito aggiornare questa versione',
    text: 'Qui è possibile vedere tutto e preparare una modifica; Azure rifiuterebbe di accettarla da questo account.',
    request: (action, scope) =>
      `Si prega di consentirmi di aggiornare una versione dell’immagine in Azure: ${action}\n  in ${scope}\n  ad esempio con il ruolo Compute Gallery Artifacts Publisher`,
    intro: 'Un proprietario dell’ambito può assegnare il diritto:',
    copy: 'Copia la richiesta',
  },
  regions: {
    heading: 'Aree della versione',
    intro:
      'Il tipo di archiviazione e la crittografia di un’area non si possono modificare dopo che è stata aggiunta: Azure li imposta in quel momento. Tornano ad Azure esattamente come sono.',
    region: 'Area',
    home: 'area di origine, rimane sempre',
    removed: 'verrà rimossa',
    replicas: 'Repliche',
    replicasIn: (region) => `Repliche in ${region}`,
    storage: 'Tipo di archiviazione',
    locked: 'bloccato',
    encryption: 'Crittografia',
    customerKeys: (disks) => (disks === 1 ? 'Chiave del cliente su 1 disco' : `Chiavi del cliente su ${disks} dischi`),
    platformKey: 'Chiave gestita dalla piattaforma',
    confidential: 'Riservata',
    exclude: 'Escludi dalla versione più recente',
    excludeIn: (region) => `Escludi ${region} dalla versione più recente`,
    remove: 'Rimuovi',
    removeRegion: (region) => `Rimuovi ${region}`,
    keep: 'Mantieni',
    keepRegion: (region) => `Mantieni ${region}`,
    action: 'Azione',
  },
  added: {
    heading: 'Nuove aree',
    intro:
      'Azure vi copia la versione. Ciò che si sceglie per una nuova area non si può modificare dopo che è stata aggiunta.',
    add: 'Aggiungi un’area',
    none: 'Non viene aggiunta alcuna area.',
    drop: (region) => `Non aggiungere ${region}`,
  },
  encryption: {
    heading: 'Crittografia delle nuove aree',
    platformKey:
      'Azure crittografa questa versione con chiavi gestite dalla piattaforma in ogni area, e lo fa anche in quelle nuove. I set si possono scegliere solo quando si crea una versione.',
    reference: 'Che cosa hanno le aree già presenti',
  },
  publishing: {
    heading: 'Opzioni di pubblicazione',
    intro: 'Valgono per l’intera versione.',
    replicaCount: 'Numero di repliche predefinito',
    replicaCountHint: 'Delle aree che non hanno un numero proprio.',
    removeDate: 'Nessuna data',
  },
  planner: {
    heading: 'Pianificazione delle repliche',
    intro:
      'Una replica serve circa 50 macchine virtuali avviate insieme e ogni set di scalabilità ne richiede una propria. Indicare quante se ne avviano insieme e dove, poi usare i numeri che ne risultano.',
    open: 'Pianifica il numero di repliche',
    machines: 'Macchine insieme',
    machinesIn: (region) => `Macchine insieme in ${region}`,
    scaleSets: 'Set di scalabilità insieme',
    scaleSetsIn: (region) => `Set di scalabilità insieme in ${region}`,
    replicas: 'Repliche',
    atMost: (most, wanted) => `${most}, il massimo che Azure mantiene in un’area; ne servono ${wanted}`,
    total: (replicas, size) =>
      `${replicas === 1 ? '1 replica' : `${replicas} repliche`} in tutto${size === '' ? '' : `, ${size} di dischi da archiviare`}`,
    use: 'Usa questi numeri',
  },
  review: {
    heading: 'Riepilogo',
    nothing: 'Non è ancora stato modificato nulla.',
    what: 'Che cosa',
    before: 'Adesso',
    after: 'Poi',
    addRegion: (region) => `Aggiungere ${region}`,
    removeRegion: (region) => `Rimuovere ${region}`,
    replicasIn: (region) => `Repliche in ${region}`,
    excludeIn: (region) => `Escludere ${region} dalla versione più recente`,
    notThere: 'non presente',
    none: 'nessuna',
    regionFacts: (replicas, storage, encryption) =>
      `${replicas === 1 ? '1 replica' : `${replicas} repliche`}, ${storage}, ${encryption}`,
    setsOf: (sets) => `crittografia con ${sets}`,
    noSetYet: 'ancora nessun set di crittografia del disco',
    platformKey: 'chiave gestita dalla piattaforma',
    unchanged: (blocks) =>
      blocks === 1
        ? 'La crittografia che Azure memorizza per 1 area torna invariata.'
        : `La crittografia che Azure memorizza per ${blocks} aree torna invariata, una per una.`,
    nothingEncrypted: 'Azure non memorizza alcuna crittografia con chiavi del cliente per le aree che rimangono.',
    problems: (count) => (count === 1 ? '1 problema da risolvere prima' : `${count} problemi da risolvere prima`),
    warnings: (count) => (count === 1 ? '1 cosa da sapere' : `${count} cose da sapere`),
    request: 'La richiesta esatta',
    requestIntro: 'Ciò che va ad Azure Resource Manager quando si invia, e nient’altro.',
    requestOfBatches:
      'Le aree vengono aggiunte da una distribuzione. Azure esegue questa richiesta per ogni gruppo con le aree del gruppo, sulla versione come è in quel momento; dopo l’ultimo equivale a questa.',
  },
  footer: {
    send: 'Invia l’aggiornamento',
    start: 'Avvia la distribuzione',
    sending: 'Invio in corso…',
    changes: (count) => (count === 0 ? 'Nessuna modifica' : count === 1 ? '1 modifica' : `${count} modifiche`),
    problems: (count) => (count === 1 ? '1 problema' : `${count} problemi`),
  },
  changed: {
    title: 'Nel frattempo qualcun altro ha modificato questa versione',
    text: 'Non è stato inviato nulla. Ecco che cosa è stato modificato da quando si è iniziato:',
    field: 'Campo',
    before: 'All’inizio',
    after: 'Ora in Azure',
    nothing: 'niente',
    fallsAway: (regions) =>
      `Ciò che è stato scelto per ${regions} decade, perché nel frattempo l’area è stata aggiunta o rimossa.`,
    rebase: 'Accetta il nuovo stato e mantieni le mie modifiche',
    startOver: 'Ricomincia dal nuovo stato',
  },
  submission: {
    checkingTitle: 'Verifica di ciò che ha Azure',
    checking:
      'La risposta di Azure è andata persa. Il portale legge ciò che ha Azure prima di inviare di nuovo qualsiasi cosa.',
    stopChecking: 'Interrompi e mantieni le modifiche',
    notSentTitle: 'Non è stato modificato nulla',
    notSent: 'La versione è come prima. Le modifiche sono rimaste come erano.',
    sendAgain: 'Invia di nuovo',
    rejectedTitle: 'I dati di Azure sono cambiati',
    rejected:
      'La modifica è stata verificata di nuovo su dati aggiornati e non è stato inviato nulla. I problemi sono indicati nei rispettivi campi.',
  },
}

import { roleRequestIt } from '../../../i18n/role-request.ts'
import type { UpdateTexts } from './update.en.ts'

export const updateIt: UpdateTexts = {
  title: (version) => `Aggiorna ${version}`,
  kind: 'Aree e opzioni di pubblicazione',
  discard: 'Annulla modifiche',
  open: 'Apri versione',
  forbidden: {
    title: 'Non si dispone dell’autorizzazione per aggiornare questa versione',
    text: 'È possibile preparare le modifiche, ma non inviarle.',
    request: (action, scope) =>
      `Richiesta: assegnare il ruolo seguente al mio account in Azure.\n${roleRequestIt({
        role: `Compute Gallery Artifacts Publisher, o un ruolo che includa ${action}`,
        scope,
        reason: 'Aggiornare una versione dell’immagine',
      })}`,
    intro: 'Per ottenere l’autorizzazione, inviare questa richiesta a un proprietario dell’ambito:',
    copy: 'Copia richiesta',
  },
  regions: {
    heading: 'Aree attuali',
    intro:
      'Il tipo di account di archiviazione e la crittografia di un’area non si possono modificare. L’aggiornamento li mantiene invariati.',
    region: 'Area',
    home: 'area di origine, non rimovibile',
    removed: 'verrà rimossa',
    replicas: 'Repliche',
    replicasIn: (region) => `Repliche in ${region}`,
    storage: 'Tipo di account di archiviazione',
    locked: 'bloccato',
    encryption: 'Crittografia',
    customerKeys: (disks) =>
      disks === 1 ? 'Chiave gestita dal cliente per 1 disco' : `Chiavi gestite dal cliente per ${disks} dischi`,
    platformKey: 'Chiave gestita dalla piattaforma',
    confidential: 'Disco riservato',
    exclude: 'Escludi dalla versione più recente',
    excludeIn: (region) => `Escludi dalla versione più recente in ${region}`,
    remove: 'Rimuovi',
    removeRegion: (region) => `Rimuovi ${region}`,
    keep: 'Mantieni',
    keepRegion: (region) => `Mantieni ${region}`,
    action: 'Azione',
  },
  added: {
    there: 'è già un’area di questa versione',
    heading: 'Nuove aree',
    intro:
      'Azure replica la versione in ogni area aggiunta. Tipo di account di archiviazione e crittografia non si possono modificare in seguito.',
    add: 'Aggiungi area',
    none: 'Nessuna nuova area.',
    drop: (region) => `Rimuovi ${region}`,
  },
  encryption: {
    heading: 'Crittografia delle nuove aree',
    platformKey:
      'Questa versione usa chiavi gestite dalla piattaforma, anche nelle nuove aree. I set di crittografia del disco si scelgono solo quando si crea una versione.',
    reference: 'Set di crittografia attuali',
  },
  publishing: {
    heading: 'Opzioni di pubblicazione',
    intro: 'Queste impostazioni si applicano all’intera versione.',
    replicaCount: 'Numero di repliche predefinito',
    replicaCountHint: 'Per le aree senza un numero specifico.',
  },
  planner: {
    heading: 'Pianificazione delle repliche',
    intro: 'Prevedere una replica ogni 50 distribuzioni simultanee di VM, più una per ogni set di scalabilità.',
    open: 'Pianifica numero di repliche',
    machines: 'Distribuzioni simultanee di VM',
    machinesIn: (region) => `Distribuzioni simultanee di VM in ${region}`,
    scaleSets: 'Distribuzioni simultanee di set di scalabilità',
    scaleSetsIn: (region) => `Distribuzioni simultanee di set di scalabilità in ${region}`,
    replicas: 'Repliche',
    atMost: (most, wanted) => `${most} (massimo per area; ne servono ${wanted})`,
    total: (replicas, size) =>
      `Totale: ${replicas === 1 ? '1 replica' : `${replicas} repliche`}${size === '' ? '' : `, ${size} di dischi`}`,
    use: 'Usa questi numeri',
  },
  review: {
    heading: 'Riepilogo',
    nothing: 'Ancora nessuna modifica.',
    what: 'Modifica',
    before: 'Attuale',
    after: 'Dopo l’aggiornamento',
    addRegion: (region) => `Aggiungere ${region}`,
    removeRegion: (region) => `Rimuovere ${region}`,
    replicasIn: (region) => `Repliche in ${region}`,
    excludeIn: (region) => `Escludere dalla versione più recente in ${region}`,
    notThere: 'non replicata',
    none: 'nessuna',
    regionFacts: (replicas, storage, encryption) =>
      `${replicas === 1 ? '1 replica' : `${replicas} repliche`}, ${storage}, ${encryption}`,
    setsOf: (sets) => `crittografia con ${sets}`,
    noSetYet: 'ancora nessun set di crittografia del disco',
    platformKey: 'chiave gestita dalla piattaforma',
    unchanged: (blocks) =>
      blocks === 1
        ? 'La crittografia di 1 area resta invariata.'
        : `La crittografia di ${blocks} aree resta invariata.`,
    nothingEncrypted: 'Le aree rimanenti usano chiavi gestite dalla piattaforma.',
    problems: (count) =>
      count === 1 ? 'Risolvere 1 problema per continuare' : `Risolvere ${count} problemi per continuare`,
    warnings: (count) => (count === 1 ? '1 avviso' : `${count} avvisi`),
    request: 'Richiesta ad Azure',
    requestIntro: 'La richiesta esatta che il portale invia ad Azure Resource Manager.',
    requestOfBatches: 'Azure esegue questa richiesta per ogni batch, con le aree aggiunte fino a quel momento.',
  },
  footer: {
    send: 'Invia aggiornamento',
    start: 'Avvia implementazione',
    sending: 'Invio in corso…',
    changes: (count) => (count === 0 ? 'Nessuna modifica' : count === 1 ? '1 modifica' : `${count} modifiche`),
    problems: (count) => (count === 1 ? '1 problema' : `${count} problemi`),
  },
  changed: {
    title: 'Qualcun altro ha modificato questa versione',
    text: 'L’aggiornamento non è stato inviato. Modifiche apportate nel frattempo:',
    field: 'Campo',
    before: 'Prima',
    after: 'Ora in Azure',
    nothing: 'non impostato',
    fallsAway: (regions) => `Scelte non più valide (area aggiunta o rimossa nel frattempo): ${regions}`,
    rebase: 'Carica le modifiche altrui e mantieni le mie',
    startOver: 'Carica le modifiche altrui e annulla le mie',
  },
  submission: {
    checkingTitle: 'Verifica dell’esito in Azure',
    checking: 'La risposta di Azure non è arrivata. Verifica in corso prima di un nuovo invio.',
    stopChecking: 'Interrompi verifica e mantieni modifiche',
    notSentTitle: 'Versione non aggiornata',
    notSent: 'La versione è invariata e le modifiche inserite restano in questa pagina.',
    sendAgain: 'Invia di nuovo',
    rejectedTitle: 'Qualcosa è cambiato in Azure',
    rejected: 'Un nuovo controllo ha rilevato problemi e non è stato inviato nulla. Correggere i campi contrassegnati.',
  },
}

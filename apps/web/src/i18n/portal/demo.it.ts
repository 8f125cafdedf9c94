import type { DemoTexts, ScenarioTexts } from './demo.en.ts'

const trySet = (name: string) =>
  `In Crittografia scegliere le chiavi gestite dal cliente, quindi ${name}DiskEncryptionSet per un disco in West US.`

const scenarios: ScenarioTexts = {
  'set-not-granted': {
    title: 'Set senza accesso alla chiave',
    try: trySet('WestUSNotGranted'),
    see: 'La cella del disco indica che il set non ha accesso all’insieme di credenziali. Concederlo con il pulsante sotto le celle oppure, se manca l’autorizzazione, inviare la richiesta all’amministratore.',
  },
  'key-disabled': {
    title: 'Chiave disabilitata',
    try: trySet('WestUSDisabledKey'),
    see: 'La cella del disco indica che la chiave è disabilitata. Non è possibile creare la versione con questo set.',
  },
  'key-expired': {
    title: 'Chiave scaduta',
    try: trySet('WestUSExpiredKey'),
    see: 'La cella del disco indica quando è scaduta la chiave. Non è possibile creare la versione con questo set.',
  },
  'key-expires-soon': {
    title: 'Chiave in scadenza',
    try: trySet('WestUSExpiringKey'),
    see: 'Un avviso indica quando scade la chiave. È comunque possibile creare la versione.',
  },
  'vault-without-purge-protection': {
    title: 'Insieme di credenziali senza protezione dalla rimozione definitiva',
    try: trySet('WestUSNoPurgeProtection'),
    see: 'La cella del disco indica che Azure richiede la protezione dalla rimozione definitiva. Attivarla con il pulsante sotto le celle.',
  },
  'vault-in-another-region': {
    title: 'Insieme di credenziali in un’altra area',
    try: trySet('WestUSFarVault'),
    see: 'La cella del disco indica che il set è in West US, ma il suo insieme di credenziali è in East US 2. Non è possibile creare la versione con questo set.',
  },
  'vault-behind-firewall': {
    title: 'Insieme di credenziali dietro un firewall',
    try: trySet('WestUSFirewalled'),
    see: 'La cella del disco indica che il firewall blocca i servizi Microsoft attendibili. Consentirli con il pulsante sotto le celle.',
  },
  'rotation-failed': {
    title: 'Rotazione della chiave non riuscita',
    try: trySet('WestUSRotationError'),
    see: 'La cella del disco riporta il messaggio di Azure: l’identità gestita del set non è stata trovata, quindi la chiave non viene più ruotata.',
  },
  'no-set-in-region': {
    title: 'Area senza set',
    try: 'In Replica aggiungere Japan East. In Crittografia scegliere le chiavi gestite dal cliente.',
    see: 'La riga di Japan East indica che nessun set è adatto. Un pulsante crea tutto il necessario: insieme di credenziali, chiave, identità, accesso e set.',
  },
  'region-fails': {
    title: 'Replica non riuscita in un’area',
    try: 'In Replica aggiungere West Europe. In Crittografia scegliere WestEuropeFailingDiskEncryptionSet per quest’area e un set in ogni altra cella, quindi creare la versione.',
    see: 'Azure accetta la versione, ma la replica in West Europe non riesce. La pagina della versione indica come procedere, con il messaggio di Azure in Dettagli.',
  },
  'slow-region': {
    title: 'Area lenta',
    try: 'In Replica aggiungere South Africa West, quindi creare la versione con una chiave gestita dalla piattaforma.',
    see: 'Le altre aree vengono completate, ma South Africa West è dieci volte più lenta. Per terminare l’attesa, selezionare Termina ora nel menu dell’orologio.',
  },
  'policy-denies-platform-keys': {
    title: 'Criterio che vieta le chiavi gestite dalla piattaforma',
    try: 'Creare una versione di ubuntu-governed con una chiave gestita dalla piattaforma.',
    see: 'Il riepilogo indica il criterio che rifiuterebbe la versione e le celle interessate. Non è possibile creare la versione finché le celle non usano chiavi gestite dal cliente.',
  },
  'source-in-another-subscription': {
    title: 'Origine crittografata in un’altra sottoscrizione',
    try: 'In Informazioni di base scegliere dischi e snapshot come origine, Contoso Development come sottoscrizione e devEncryptedDisk come disco del sistema operativo.',
    see: 'Il campo indica che un disco con una chiave gestita dal cliente deve trovarsi nella sottoscrizione della raccolta.',
  },
  'trusted-launch-machine': {
    title: 'Macchina con avvio attendibile e chiavi gestite dal cliente',
    try: 'In Informazioni di base scegliere come origine la macchina virtuale trusted-vm, quindi creare la versione.',
    see: 'Un avviso indica che la replica della versione potrebbe non riuscire e propone di usare gli snapshot. Senza snapshot, Azure accetta la versione, ma la replica non riesce.',
  },
  'source-too-large': {
    title: 'Origine troppo grande',
    try: 'In Informazioni di base scegliere dischi e snapshot come origine e hugeSnapshot per un disco dati.',
    see: 'Il campo indica la dimensione dello snapshot e quella massima.',
  },
  'versions-busy': {
    title: 'Definizione dell’immagine occupata',
    try: 'Creare una versione di ubuntu-busy.',
    see: 'Azure rifiuta la versione perché è in corso un’altra operazione. È possibile riprovare e i dati immessi vengono conservati.',
  },
  throttled: {
    title: 'Limitazione delle richieste',
    try: 'Creare una versione di ubuntu-throttled. Attendere il tempo richiesto da Azure, quindi crearla di nuovo.',
    see: 'Azure limita le richieste e indica quanto attendere. Dopo l’attesa, accetta la versione.',
  },
  'number-in-recycle-bin': {
    title: 'Numero di versione nel cestino',
    try: 'Creare la versione 1.1.0 di ubuntu-recoverable.',
    see: 'Il campo indica che una versione eliminata ha quel numero. Ripristinarla dal cestino o eliminarla definitivamente.',
  },
  reader: {
    title: 'Utente con accesso in sola lettura',
    try: 'Con l’account di Rita, immettere i dati di una versione e crearla.',
    see: 'Azure rifiuta la richiesta. Il messaggio indica l’azione che il ruolo di Rita non include.',
  },
  'no-right-on-sets': {
    title: 'Utente senza autorizzazione per visualizzare i set',
    try: 'Con l’account di Eva, scegliere le chiavi gestite dal cliente in Crittografia.',
    see: 'Le celle indicano che Eva non è autorizzata a visualizzare i set e mostrano una richiesta per l’amministratore. Può creare versioni con una chiave gestita dalla piattaforma.',
  },
  'second-factor': {
    title: 'Autenticazione a più fattori per le modifiche',
    try: 'Con l’account di Sam, immettere i dati di una versione e crearla.',
    see: 'Azure richiede l’autenticazione a più fattori. Dopo l’approvazione, la versione viene creata senza dover immettere di nuovo i dati.',
  },
  'no-subscription': {
    title: 'Utente senza sottoscrizioni',
    try: 'Con l’account di Noor, aprire le raccolte.',
    see: 'La pagina indica che l’account non ha sottoscrizioni e a chi rivolgersi.',
  },
}

export const demoIt: DemoTexts = {
  youAre: (name, jobTitle) => `Utente: ${name}, ${jobTitle}`,
  people: 'Utenti',
  clock: {
    label: (speed) => `Orologio: ${speed}`,
    byHand: 'fermo',
    speed: 'Velocità del tempo simulato',
    rate: (rate) => (rate === 1 ? 'Tempo reale' : `×${rate}`),
    finishNow: 'Termina ora',
    underWay: (count) => (count === 1 ? '1 operazione in corso' : `${count} operazioni in corso`),
    nothingUnderWay: 'Nessuna operazione in corso',
    finished: 'Tutte le operazioni sono state completate.',
  },
  scenario: {
    label: (title) => `Scenario: ${title}`,
    none: 'nessuno',
    noneChoice: 'Nessuno',
    all: 'Tutti gli scenari',
    try: 'Passaggi',
    see: 'Risultato',
    as: (name, jobTitle) => `Con l’account di ${name}, ${jobTitle}`,
    tryIt: 'Prova',
    tryItNamed: (title) => `Prova: ${title}`,
    steps: 'Passaggi',
    close: 'Termina scenario',
  },
  reset: {
    button: 'Reimposta',
    title: 'Reimpostare la demo?',
    body: 'Tutte le modifiche in questo ambiente Azure simulato andranno perse. Le bozze vengono conservate.',
    confirm: 'Reimposta',
    keep: 'Annulla',
    done: 'La demo è stata reimpostata.',
  },
  about: {
    button: 'Informazioni sulla demo',
    title: 'Informazioni sulla demo',
    close: 'Chiudi',
    body: 'Questo portale usa un ambiente Azure simulato. Le risorse non sono reali e non comportano costi, e le modifiche sono visibili solo a chi le esegue. Cambiare utente, accelerare il tempo o provare uno scenario.',
  },
  aside: {
    title: 'L’ambiente Azure simulato non risponde più',
    body: 'Il problema è stato causato da una richiesta e le modifiche sono state rimosse. Per continuare, reimpostare la demo: l’accesso e le bozze vengono conservati.',
  },
  restarted: {
    title: (time) => `Ambiente Azure simulato riavviato: ${time}`,
    body: 'Una richiesta aveva bloccato l’ambiente. Le risorse e l’accesso sono conservati; ripetere le azioni che hanno generato un errore.',
    dismiss: 'Chiudi messaggio',
  },
  controls: 'Controlli della demo',
  noControls: 'Impossibile raggiungere i controlli della demo',
  scenariosTitle: 'Scenari',
  scenariosSubtitle: 'Simulare problemi comuni in Azure e vedere come li gestisce il portale',
  scenarios,
}

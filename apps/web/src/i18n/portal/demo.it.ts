import type { DemoTexts, ScenarioTexts } from './demo.en.ts'

const trySet = (name: string) =>
  `In Crittografia scegliere le chiavi gestite dal cliente, quindi ${name}DiskEncryptionSet per un disco in West US.`

const scenarios: ScenarioTexts = {
  'set-not-granted': {
    title: 'Un set che non può usare la sua chiave',
    try: trySet('WestUSNotGranted'),
    see: 'La cella del disco indica che l’identità del set non ha accesso all’insieme di credenziali delle chiavi. Sotto le celle basta un clic per concederlo; chi non può farlo ottiene una richiesta da inviare.',
  },
  'key-disabled': {
    title: 'Una chiave disabilitata',
    try: trySet('WestUSDisabledKey'),
    see: 'La cella del disco indica che la chiave è disabilitata. La versione non può essere creata con questo set.',
  },
  'key-expired': {
    title: 'Una chiave scaduta',
    try: trySet('WestUSExpiredKey'),
    see: 'La cella del disco indica quando la chiave è scaduta. La versione non può essere creata con questo set.',
  },
  'key-expires-soon': {
    title: 'Una chiave in scadenza',
    try: trySet('WestUSExpiringKey'),
    see: 'Un avviso indica in quale giorno scade la chiave. La versione può comunque essere creata.',
  },
  'vault-without-purge-protection': {
    title: 'Un insieme di credenziali senza protezione dall’eliminazione',
    try: trySet('WestUSNoPurgeProtection'),
    see: 'La cella del disco indica che Azure richiede la protezione dall’eliminazione. Sotto le celle basta un clic per attivarla.',
  },
  'vault-in-another-region': {
    title: 'Un insieme di credenziali in un’altra area',
    try: trySet('WestUSFarVault'),
    see: 'La cella del disco indica che il set è in West US e il suo insieme di credenziali in East US 2. La versione non può essere creata con questo set.',
  },
  'vault-behind-firewall': {
    title: 'Un insieme di credenziali dietro un firewall',
    try: trySet('WestUSFirewalled'),
    see: 'La cella del disco indica che il firewall non lascia passare i servizi Microsoft attendibili. Sotto le celle basta un clic per consentirli.',
  },
  'rotation-failed': {
    title: 'Una chiave che non viene più ruotata',
    try: trySet('WestUSRotationError'),
    see: 'La cella del disco riporta il messaggio di Azure: l’identità gestita del set non è stata trovata, quindi la chiave non viene più ruotata.',
  },
  'no-set-in-region': {
    title: 'Un’area senza set',
    try: 'In Replica aggiungere Japan East, quindi scegliere le chiavi gestite dal cliente in Crittografia.',
    see: 'La riga di Japan East indica che nessun set dell’area è adatto. Un pulsante lo crea: insieme di credenziali, chiave, identità, accesso e set, con una sola distribuzione di Azure.',
  },
  'region-fails': {
    title: 'Un’area la cui replica non riesce',
    try: 'In Replica aggiungere West Europe; in Crittografia scegliervi WestEuropeFailingDiskEncryptionSet, e un set per ogni altro disco. Creare la versione.',
    see: 'Azure accetta la versione, poi non riesce a replicarla in West Europe. La pagina della versione indica per quell’area come procedere, con il messaggio di Azure a portata di clic.',
  },
  'slow-region': {
    title: 'Un’area lenta',
    try: 'In Replica aggiungere South Africa West, quindi creare la versione con una chiave gestita dalla piattaforma.',
    see: 'Ogni altra area viene completata; South Africa West impiega dieci volte tanto. Termina ora, nel menu dell’orologio, mette fine all’attesa.',
  },
  'policy-denies-platform-keys': {
    title: 'Un criterio che vieta le chiavi della piattaforma',
    try: 'Creare una versione di ubuntu-governed con una chiave gestita dalla piattaforma.',
    see: 'Il riepilogo indica il criterio del gruppo di risorse che rifiuterebbe la versione e le celle che non lo rispettano. La versione non può essere creata finché non sono crittografate con chiavi gestite dal cliente.',
  },
  'source-in-another-subscription': {
    title: 'Un’origine crittografata in un’altra sottoscrizione',
    try: 'In Informazioni di base scegliere come origine dischi e snapshot, come sua sottoscrizione Contoso Development e come disco del sistema operativo devEncryptedDisk.',
    see: 'Il campo indica che un disco crittografato con una chiave gestita dal cliente deve essere nella sottoscrizione della raccolta.',
  },
  'trusted-launch-machine': {
    title: 'Una macchina con avvio attendibile e chiavi proprie',
    try: 'In Informazioni di base scegliere come origine una macchina virtuale: trusted-vm. Creare quindi la versione.',
    see: 'Un avviso indica che alcuni utenti segnalano errori con queste versioni, e il portale propone di creare snapshot dei dischi come origine. Senza di essi Azure accetta la versione, e la replica non riesce.',
  },
  'source-too-large': {
    title: 'Un’origine troppo grande',
    try: 'In Informazioni di base scegliere come origine dischi e snapshot, e hugeSnapshot per un disco dati.',
    see: 'Il campo indica quanto è grande lo snapshot e quanto può esserlo.',
  },
  'versions-busy': {
    title: 'Una definizione occupata',
    try: 'Creare una versione di ubuntu-busy.',
    see: 'Azure la rifiuta con un conflitto, come se stesse lavorando alla definizione. Il portale lo spiega e propone di riprovare. I dati immessi vengono conservati.',
  },
  throttled: {
    title: 'Limitazione delle richieste',
    try: 'Creare una versione di ubuntu-throttled. Dopo l’attesa richiesta da Azure, crearla di nuovo.',
    see: 'Azure non accetta altre richieste e indica quanto attendere. In seguito accetta la versione.',
  },
  'number-in-recycle-bin': {
    title: 'Un numero nel cestino',
    try: 'Creare una versione di ubuntu-recoverable con il numero 1.1.0.',
    see: 'Il campo indica che una versione eliminata ha quel numero e porta al cestino. Lì la versione può essere ripristinata o eliminata definitivamente.',
  },
  reader: {
    title: 'Chi può solo guardare',
    try: 'Come Rita, compilare una versione e crearla.',
    see: 'Azure rifiuta la scrittura e indica l’azione che il ruolo di Rita non consente.',
  },
  'no-right-on-sets': {
    title: 'Chi non vede i set di crittografia del disco',
    try: 'Come Eva, scegliere le chiavi gestite dal cliente in Crittografia.',
    see: 'Le celle indicano che Eva non può leggere i set, non che non ce ne sono, ed è pronta una richiesta di autorizzazione da inviare. Può creare versioni con una chiave gestita dalla piattaforma.',
  },
  'second-factor': {
    title: 'Un secondo fattore per scrivere',
    try: 'Come Sam, compilare una versione e crearla.',
    see: 'Azure chiede prima un secondo fattore. Una volta approvato, la versione viene creata senza immettere nulla due volte.',
  },
  'no-subscription': {
    title: 'Chi non ha sottoscrizioni',
    try: 'Come Noor, guardare le raccolte.',
    see: 'La pagina indica che l’account non vede alcuna sottoscrizione e a chi rivolgersi.',
  },
}

export const demoIt: DemoTexts = {
  youAre: (name, jobTitle) => `Accesso come ${name}, ${jobTitle}`,
  people: 'Persone',
  clock: {
    label: (speed) => `Orologio ${speed}`,
    byHand: 'fermo',
    speed: 'Velocità del tempo di Azure',
    rate: (rate) => (rate === 1 ? 'Tempo reale' : `×${rate}`),
    finishNow: 'Termina ora',
    underWay: (count) => (count === 1 ? '1 operazione in corso' : `${count} operazioni in corso`),
    nothingUnderWay: 'Nessuna operazione in corso',
    finished: 'Tutto ciò che era in corso è terminato.',
  },
  scenario: {
    label: (title) => `Scenario: ${title}`,
    none: 'nessuno',
    noneChoice: 'Nessuno',
    all: 'Tutti gli scenari',
    try: 'Provare',
    see: 'Risultato',
    as: (name, jobTitle) => `Come ${name}, ${jobTitle}`,
    tryIt: 'Prova',
    tryItNamed: (title) => `Prova: ${title}`,
    close: 'Concludi questo scenario',
  },
  reset: {
    button: 'Reimposta',
    title: 'Reimpostare la dimostrazione?',
    body: 'Tutto ciò che è stato creato o modificato in questo Azure simulato va perso: versioni dell’immagine, set di crittografia del disco, insiemi di credenziali delle chiavi, concessioni. Torna tutto com’era all’inizio. L’accesso resta attivo e le bozze in questo browser vengono conservate.',
    confirm: 'Reimposta',
    keep: 'Annulla',
    done: 'La dimostrazione è di nuovo com’era all’inizio.',
  },
  about: {
    button: 'Che cos’è?',
    title: 'Una dimostrazione su un Azure simulato',
    close: 'Chiudi',
    body: 'Questo portale lavora con un Azure simulato che rispetta le regole di Azure per quanto sono note. Nulla di ciò che si vede esiste o ha un costo, nessuno ha bisogno di una password e nessun altro vede ciò che si fa. È possibile cambiare persona, accelerare l’orologio o provare uno scenario per vedere che cosa va storto e come il portale lo comunica.',
  },
  aside: {
    title: 'Istanza simulata di Azure accantonata',
    body: 'Una richiesta ne ha bloccato le risposte, quindi le modifiche sono state rimosse. Per continuare, reimpostare la dimostrazione: l’accesso e le bozze vengono conservati.',
  },
  restarted: {
    title: (time) => `Istanza simulata di Azure riavviata: ${time}`,
    body: 'Una richiesta ne aveva bloccato le risposte. Le risorse e l’accesso sono conservati; ripetere le azioni che hanno mostrato un errore.',
    dismiss: 'Chiudi messaggio',
  },
  controls: 'Controlli della dimostrazione',
  noControls: 'Impossibile raggiungere i controlli della dimostrazione',
  scenariosTitle: 'Scenari',
  scenariosSubtitle: 'Che cosa può andare storto in Azure, secondo ciò che si sceglie e chi si è',
  scenarios,
}

import type { ScenarioCategory } from '@portal/portal-api'
import type { ScenarioTexts, StepTexts } from './scenarios.en.ts'

const review = (see: string): StepTexts => ({ do: 'Selezionare Rivedi e crea.', see })
const cellOf = (see: string): StepTexts => ({
  do: 'Leggere la prima cella, il disco del sistema operativo in West US, e il testo sotto la tabella.',
  see,
})

export const scenariosIt: ScenarioTexts = {
  tour: {
    title: 'Tour guidato',
    steps: [
      {
        do: 'Seguire le schede del tour, dalla pagina iniziale in poi.',
        see: 'Una nuova versione in tre aree, crittografata con le proprie chiavi, e il relativo codice.',
      },
    ],
  },
  'encrypted-version': {
    title: 'Una versione crittografata con le proprie chiavi',
    steps: [
      review('Convalida superata, con la chiave di ogni disco in ogni area.'),
      { do: 'Selezionare Crea.', see: 'La pagina della nuova versione mostra la replica in ogni area.' },
      {
        do: 'Attendere, oppure far avanzare il tempo da qui.',
        see: 'Entrambe le aree sono completate e la crittografia applicata è quella richiesta.',
      },
    ],
  },
  'set-not-granted': {
    title: 'Set senza accesso alla chiave',
    steps: [
      cellOf('Il set non ha accesso all’insieme di credenziali.'),
      {
        do: 'Selezionare Concedi accesso all’insieme di credenziali sotto la tabella.',
        see: 'L’accesso è concesso e il set viene riletto finché Azure lo mostra.',
      },
    ],
  },
  'key-disabled': {
    title: 'Chiave disabilitata',
    steps: [
      review(
        'La chiave del disco del sistema operativo in West US è disabilitata. Non è possibile creare la versione con questo set.',
      ),
    ],
  },
  'key-expired': {
    title: 'Chiave scaduta',
    steps: [
      review('Il problema indica quando è scaduta la chiave. Non è possibile creare la versione con questo set.'),
    ],
  },
  'key-expires-soon': {
    title: 'Chiave in scadenza',
    steps: [review('Un avviso indica quando scade la chiave. È comunque possibile creare la versione.')],
  },
  'vault-without-purge-protection': {
    title: 'Insieme di credenziali senza protezione dalla rimozione definitiva',
    steps: [
      cellOf('Azure richiede la protezione dalla rimozione definitiva, che qui non è attiva.'),
      {
        do: 'Selezionare Attiva protezione dalla rimozione definitiva sotto la tabella.',
        see: 'Il set è pronto.',
      },
    ],
  },
  'vault-in-another-region': {
    title: 'Insieme di credenziali in un’altra area',
    steps: [
      review(
        'Il set è in West US, ma il suo insieme di credenziali è in East US 2. Non è possibile creare la versione con questo set.',
      ),
    ],
  },
  'vault-behind-firewall': {
    title: 'Insieme di credenziali dietro un firewall',
    steps: [
      cellOf('Il firewall dell’insieme di credenziali blocca i servizi Microsoft attendibili.'),
      {
        do: 'Selezionare Consenti servizi Microsoft attendibili sotto la tabella.',
        see: 'Il set è pronto.',
      },
    ],
  },
  'rotation-failed': {
    title: 'Rotazione della chiave non riuscita',
    steps: [
      review(
        'Il messaggio di Azure: l’identità gestita del set non è stata trovata, quindi la chiave non viene più ruotata.',
      ),
    ],
  },
  'key-in-another-tenant': {
    title: 'Chiave in un altro tenant',
    steps: [
      {
        do: 'Selezionare Crea. Il set in West Europe usa una chiave di Fabrikam, un altro tenant. Far avanzare il tempo da qui.',
        see: 'La replica in West Europe non è riuscita, perché Fabrikam non ha concesso l’accesso alla chiave.',
      },
      {
        do: 'Concedere l’accesso con il pulsante qui, come farebbe un amministratore di Fabrikam.',
        see: 'Fabrikam ha concesso l’accesso. Il portale non può vederlo, solo riprovare.',
      },
      {
        do: 'Selezionare Rimuovi e aggiungi di nuovo West Europe… e confermare. Far avanzare il tempo da qui durante l’attesa.',
        see: 'Entrambe le aree sono completate e West Europe è crittografata con la chiave di Fabrikam.',
      },
    ],
  },
  'key-outage': {
    title: 'Prova di un’interruzione della chiave',
    steps: [
      {
        do: 'Leggere la simulazione per una chiave disabilitata. Poi disabilitare la chiave con il pulsante qui.',
        see: 'Sono elencate le macchine che si arresterebbero entro un’ora.',
      },
      {
        do: 'Far passare un’ora con il pulsante qui.',
        see: 'Le macchine della simulazione sono arrestate. Le altre restano in esecuzione.',
      },
      {
        do: 'Abilitare la chiave con il pulsante qui. La demo avvia poi le macchine, come farebbero i responsabili.',
        see: 'Le macchine sono di nuovo in esecuzione.',
      },
    ],
  },
  'no-set-in-region': {
    title: 'Area senza set',
    steps: [
      {
        do: 'Leggere la riga di Japan East nella tabella.',
        see: 'Nessun set è adatto, e un pulsante propone di creare tutto il necessario.',
      },
      {
        do: 'Selezionare Crea set mancante in Japan East e seguire il pannello. Durante l’attesa, far avanzare il tempo da qui.',
        see: 'Il nuovo set è scelto nelle celle di Japan East.',
      },
    ],
  },
  'region-fails': {
    title: 'Replica non riuscita in un’area',
    steps: [
      { do: 'Selezionare Crea.', see: 'Azure accetta la versione e la replica inizia nelle due aree.' },
      {
        do: 'Attendere, oppure far avanzare il tempo da qui.',
        see: 'La replica in West Europe non è riuscita. La riga mostra il messaggio di Azure e propone come risolvere.',
      },
    ],
  },
  'slow-region': {
    title: 'Area lenta',
    steps: [
      { do: 'Selezionare Crea.', see: 'La replica inizia in tre aree.' },
      {
        do: 'Attendere, oppure far avanzare il tempo da qui.',
        see: 'Due aree sono completate, ma South Africa West è dieci volte più lenta.',
      },
    ],
  },
  'policy-denies-platform-keys': {
    title: 'Criterio che vieta le chiavi gestite dalla piattaforma',
    steps: [
      review(
        'Il criterio che rifiuterebbe la versione e le celle interessate. La versione può essere creata solo con chiavi gestite dal cliente.',
      ),
    ],
  },
  'source-in-another-subscription': {
    title: 'Origine crittografata in un’altra sottoscrizione',
    steps: [review('Un disco con una chiave gestita dal cliente deve trovarsi nella sottoscrizione della raccolta.')],
  },
  'trusted-launch-machine': {
    title: 'Macchina con avvio attendibile e chiavi gestite dal cliente',
    steps: [
      review(
        'Un avviso: la replica di queste versioni potrebbe non riuscire. In Informazioni di base è possibile usare gli snapshot.',
      ),
    ],
  },
  'source-too-large': {
    title: 'Origine troppo grande',
    steps: [review('La dimensione dello snapshot e quella massima.')],
  },
  'source-with-plan': {
    title: 'Origine con un piano di acquisto',
    steps: [
      review(
        'Un avviso: alla definizione dell’immagine manca il piano di acquisto del disco. In Informazioni di base si può crearne una che lo abbia.',
      ),
    ],
  },
  'terms-not-accepted': {
    title: 'Condizioni di un piano di acquisto',
    steps: [
      {
        do: 'Guardare Piano di acquisto nella scheda Informazioni di base.',
        see: 'Le condizioni non sono accettate in questa sottoscrizione: Azure rifiuterebbe la macchina virtuale.',
      },
      {
        do: 'Selezionare Accetta condizioni, leggerle con i collegamenti e accettarle.',
        see: 'Le condizioni sono accettate.',
      },
      {
        do: 'Selezionare Genera e scarica coppia di chiavi, poi Rivedi e crea e Crea. Attendere o far avanzare il tempo qui.',
        see: 'La macchina virtuale è creata con il piano di acquisto della sua immagine.',
      },
    ],
  },
  'versions-busy': {
    title: 'Definizione dell’immagine occupata',
    steps: [
      {
        do: 'Selezionare Crea.',
        see: 'Azure rifiuta la versione: è in corso un’altra operazione. È possibile riprovare e i dati immessi vengono conservati.',
      },
    ],
  },
  throttled: {
    title: 'Limitazione delle richieste',
    steps: [
      { do: 'Selezionare Crea.', see: 'Azure limita le richieste e indica quanto attendere.' },
      {
        do: 'Attendere, oppure far avanzare il tempo da qui. Poi selezionare di nuovo Crea.',
        see: 'Azure accetta la versione e si apre la sua pagina.',
      },
    ],
  },
  'number-in-recycle-bin': {
    title: 'Numero di versione nel cestino',
    steps: [
      review('Una versione eliminata ha il numero 1.1.0. Ripristinarla dal cestino o eliminarla definitivamente.'),
    ],
  },
  'size-requires-nvme': {
    title: 'Dimensione di macchina virtuale che richiede NVMe',
    steps: [
      {
        do: 'Aprire Dimensioni e cercare Standard_D2s_v6.',
        see: 'Le dimensioni dalla serie v6 in poi non sono selezionabili: richiedono NVMe, non dichiarato dalla definizione dell’immagine.',
      },
      {
        do: 'Selezionare Cambia controller del disco e salvare. Scegliere poi Standard_D2s_v6.',
        see: 'La definizione dichiara NVMe a partire da questa versione e si può creare una macchina virtuale della serie v6.',
      },
    ],
  },
  reader: {
    title: 'Utente con accesso in sola lettura',
    steps: [
      review(
        'Rita non può creare versioni qui. Il messaggio indica il ruolo necessario e permette di copiare la richiesta.',
      ),
    ],
  },
  'no-right-on-sets': {
    title: 'Utente senza autorizzazione per visualizzare i set',
    steps: [
      {
        do: 'Scegliere la crittografia con una chiave gestita dal cliente.',
        see: 'Eva non è autorizzata a visualizzare i set e può inviare una richiesta. Può creare versioni con una chiave gestita dalla piattaforma.',
      },
    ],
  },
  'second-factor': {
    title: 'Autenticazione a più fattori per le modifiche',
    steps: [
      {
        do: 'Selezionare Crea. Azure richiede l’autenticazione a più fattori per le modifiche e Sam ha eseguito l’accesso senza: selezionare Verifica e approvare.',
        see: 'La versione viene creata senza dover immettere di nuovo i dati.',
      },
    ],
  },
  'no-subscription': {
    title: 'Utente senza sottoscrizioni',
    steps: [{ do: 'Leggere la pagina.', see: 'L’account non ha sottoscrizioni. La pagina indica a chi rivolgersi.' }],
  },
}

export const categoriesIt: Record<ScenarioCategory, string> = {
  firstSteps: 'Primi passi',
  keys: 'Chiavi',
  regions: 'Aree',
  policies: 'Criteri',
  rights: 'Autorizzazioni',
  limits: 'Limiti di Azure',
}

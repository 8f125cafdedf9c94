import type { ScenarioCategory } from '@portal/portal-api'
import type { ScenarioTexts, StepTexts } from './scenarios.en.ts'

const review = (see: string): StepTexts => ({ do: 'Selezionare Rivedi e crea.', see })
const cellOf = (see: string): StepTexts => ({
  do: 'Leggere la prima cella, il disco del sistema operativo in West US, e il testo sotto la riga.',
  see,
})

export const scenariosIt: ScenarioTexts = {
  tour: {
    title: 'Tour guidato',
    about: 'Creare una versione in tre aree con le chiavi gestite dal cliente di Contoso e vederne il codice.',
    steps: [
      {
        do: 'Seguire le schede del tour, dalla pagina iniziale in poi.',
        see: 'Una nuova versione in tre aree, crittografata con le proprie chiavi, e il relativo codice.',
      },
    ],
  },
  'encrypted-version': {
    title: 'Una versione crittografata con le proprie chiavi',
    about: 'Creare una versione in due aree e confrontare le chiavi applicate con quelle richieste.',
    steps: [
      review('Convalida superata, con la chiave di ogni disco in ogni area.'),
      { do: 'Selezionare Crea.', see: 'La pagina della nuova versione mostra la replica in ogni area.' },
      {
        do: 'Attendere oppure selezionare Fai avanzare il tempo.',
        see: 'Entrambe le aree sono completate e la crittografia applicata è quella richiesta.',
      },
    ],
  },
  'set-not-granted': {
    title: 'Set senza accesso alla chiave',
    about:
      'Un set non ha accesso all’insieme di credenziali. Concedere l’accesso senza uscire dalla procedura guidata.',
    steps: [
      cellOf('Il set non ha accesso all’insieme di credenziali.'),
      {
        do: 'Selezionare Concedi accesso all’insieme di credenziali.',
        see: 'L’accesso è concesso e il set viene riletto finché Azure lo mostra.',
      },
    ],
  },
  'key-disabled': {
    title: 'Chiave disabilitata',
    about: 'La convalida trova una chiave disabilitata prima di inviare la richiesta ad Azure.',
    steps: [
      review(
        'La chiave del disco del sistema operativo in West US è disabilitata. Non è possibile creare la versione con questo set.',
      ),
    ],
  },
  'key-expired': {
    title: 'Chiave scaduta',
    about: 'La convalida trova una chiave scaduta e indica la data di scadenza.',
    steps: [
      review('Il problema indica quando è scaduta la chiave. Non è possibile creare la versione con questo set.'),
    ],
  },
  'key-expires-soon': {
    title: 'Chiave in scadenza',
    about: 'Una chiave scade tra pochi giorni: la convalida avvisa e la versione si può comunque creare.',
    steps: [review('Un avviso indica quando scade la chiave. È comunque possibile creare la versione.')],
  },
  'vault-without-purge-protection': {
    title: 'Insieme di credenziali senza protezione dalla rimozione definitiva',
    about:
      'Azure richiede la protezione dalla rimozione definitiva dell’insieme di credenziali. Attivarla nella procedura guidata.',
    steps: [
      cellOf('Azure richiede la protezione dalla rimozione definitiva, che qui non è attiva.'),
      {
        do: 'Selezionare Attiva protezione dalla rimozione definitiva, quindi Attiva.',
        see: 'Il set è pronto.',
      },
    ],
  },
  'vault-in-another-region': {
    title: 'Insieme di credenziali in un’altra area',
    about: 'Un set e il suo insieme di credenziali si trovano in aree diverse: Azure non lo supporta.',
    steps: [
      review(
        'Il set è in West US, ma il suo insieme di credenziali è in East US 2. Non è possibile creare la versione con questo set.',
      ),
    ],
  },
  'vault-behind-firewall': {
    title: 'Insieme di credenziali dietro un firewall',
    about: 'Un firewall blocca i servizi Microsoft attendibili. Consentirli nella procedura guidata.',
    steps: [
      cellOf('Il firewall dell’insieme di credenziali blocca i servizi Microsoft attendibili.'),
      {
        do: 'Selezionare Consenti servizi Microsoft attendibili.',
        see: 'Il set è pronto.',
      },
    ],
  },
  'rotation-failed': {
    title: 'Rotazione della chiave non riuscita',
    about: 'Un set ha perso l’identità gestita, quindi Azure non ne ruota più la chiave.',
    steps: [
      review(
        'Il messaggio di Azure: l’identità gestita del set non è stata trovata, quindi la chiave non viene più ruotata.',
      ),
    ],
  },
  'key-in-another-tenant': {
    title: 'Chiave in un altro tenant',
    about: 'La replica in West Europe non riesce finché un altro tenant, Fabrikam, non concede l’accesso alla chiave.',
    steps: [
      {
        do: 'Selezionare Crea. Il set in West Europe usa una chiave di Fabrikam, un altro tenant. Selezionare Fai avanzare il tempo.',
        see: 'La replica in West Europe non è riuscita, perché Fabrikam non ha concesso l’accesso alla chiave.',
      },
      {
        do: 'Selezionare Concedi accesso presso Fabrikam, come farebbe un amministratore di Fabrikam.',
        see: 'Fabrikam ha concesso l’accesso. Il portale non può vederlo, solo riprovare.',
      },
      {
        do: 'Selezionare Ripara…, quindi Rimuovi e aggiungi di nuovo. Durante l’attesa, selezionare Fai avanzare il tempo.',
        see: 'Entrambe le aree sono completate e West Europe è crittografata con la chiave di Fabrikam.',
      },
    ],
  },
  'key-outage': {
    title: 'Prova di un’interruzione della chiave',
    about:
      'Disabilitare una chiave: le macchine virtuali della previsione si arrestano entro un’ora. Abilitarla per riavviarle.',
    steps: [
      {
        do: 'Leggere la previsione per una chiave disabilitata, quindi selezionare Disabilita chiave.',
        see: 'Sono elencate le macchine che si arresterebbero entro un’ora.',
      },
      {
        do: 'Selezionare Fai passare un’ora.',
        see: 'Le macchine della previsione sono arrestate. Le altre restano in esecuzione.',
      },
      {
        do: 'Selezionare Abilita chiave. La demo riavvia poi le macchine, come farebbe un operatore.',
        see: 'Le macchine sono di nuovo in esecuzione.',
      },
    ],
  },
  'no-set-in-region': {
    title: 'Area senza set',
    about: 'Japan East non ha set. Creare insieme di credenziali, chiave, set e accesso con una sola distribuzione.',
    steps: [
      {
        do: 'Leggere la riga di Japan East nella tabella.',
        see: 'Nessun set è adatto, e un pulsante propone di creare tutto il necessario.',
      },
      {
        do: 'Selezionare Crea set mancante in Japan East e seguire il pannello. Durante l’attesa, selezionare Fai avanzare il tempo.',
        see: 'Il nuovo set è scelto nelle celle di Japan East.',
      },
    ],
  },
  'region-fails': {
    title: 'Replica non riuscita in un’area',
    about: 'La replica in West Europe non riesce. Correggere quell’area senza toccare l’altra.',
    steps: [
      { do: 'Selezionare Crea.', see: 'Azure accetta la versione e la replica inizia nelle due aree.' },
      {
        do: 'Attendere oppure selezionare Fai avanzare il tempo.',
        see: 'La replica in West Europe non è riuscita. La riga mostra il messaggio di Azure e propone una soluzione.',
      },
      {
        do: 'Selezionare Ripara…, quindi Rimuovi e aggiungi di nuovo. Attendere oppure selezionare Fai avanzare il tempo.',
        see: 'Entrambe le aree sono completate, con le chiavi richieste.',
      },
    ],
  },
  'slow-region': {
    title: 'Area lenta',
    about: 'Due aree sono completate mentre la replica in South Africa West è ancora in corso.',
    steps: [
      { do: 'Selezionare Crea.', see: 'La replica inizia in tre aree.' },
      {
        do: 'Attendere oppure selezionare Fai avanzare il tempo.',
        see: 'Due aree sono completate, ma South Africa West è dieci volte più lenta.',
      },
    ],
  },
  'policy-denies-platform-keys': {
    title: 'Criterio che vieta le chiavi gestite dalla piattaforma',
    about: 'Un criterio di Azure vieta le chiavi gestite dalla piattaforma. La convalida indica i dischi interessati.',
    steps: [
      review(
        'Il criterio che rifiuterebbe la versione e le celle interessate. La versione può essere creata solo con chiavi gestite dal cliente.',
      ),
    ],
  },
  'source-in-another-subscription': {
    title: 'Origine crittografata in un’altra sottoscrizione',
    about:
      'Un disco con una chiave gestita dal cliente non può essere l’origine di una versione in un’altra sottoscrizione.',
    steps: [review('Un disco con una chiave gestita dal cliente deve trovarsi nella sottoscrizione della raccolta.')],
  },
  'trusted-launch-machine': {
    title: 'Macchina con avvio attendibile e chiavi gestite dal cliente',
    about:
      'La replica di una macchina con avvio attendibile e chiavi gestite dal cliente potrebbe non riuscire. Gli snapshot evitano il problema.',
    steps: [
      review(
        'Un avviso: la replica di queste versioni potrebbe non riuscire. In Informazioni di base è possibile usare gli snapshot.',
      ),
    ],
  },
  'source-too-large': {
    title: 'Origine troppo grande',
    about: 'Uno snapshot supera la dimensione supportata da Azure per le versioni dell’immagine.',
    steps: [review('La dimensione dello snapshot e quella massima.')],
  },
  'source-with-plan': {
    title: 'Origine con un piano di acquisto',
    about:
      'Un disco ha un piano di acquisto che manca alla definizione dell’immagine. Creare una definizione che lo abbia.',
    steps: [
      review(
        'Un avviso: alla definizione dell’immagine manca il piano di acquisto del disco. In Informazioni di base si può crearne una che lo abbia.',
      ),
    ],
  },
  'terms-not-accepted': {
    title: 'Condizioni di un piano di acquisto',
    about:
      'Una macchina virtuale richiede l’accettazione delle condizioni del piano di acquisto della sua immagine. Accettarle nella procedura guidata.',
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
    about:
      'È in corso un’altra operazione sulla definizione. I dati immessi vengono conservati ed è possibile riprovare.',
    steps: [
      {
        do: 'Selezionare Crea.',
        see: 'Azure rifiuta la versione: è in corso un’altra operazione. È possibile riprovare e i dati immessi vengono conservati.',
      },
    ],
  },
  throttled: {
    title: 'Limitazione delle richieste',
    about: 'Azure limita le richieste. Il portale indica quanto attendere prima di riprovare.',
    steps: [
      { do: 'Selezionare Crea.', see: 'Azure limita le richieste e indica quanto attendere.' },
      {
        do: 'Attendere oppure selezionare Fai avanzare il tempo. Poi selezionare di nuovo Crea.',
        see: 'Azure accetta la versione e si apre la sua pagina.',
      },
    ],
  },
  'number-in-recycle-bin': {
    title: 'Numero di versione nel cestino',
    about: 'Una versione eliminata ha ancora il numero. Ripristinarla o eliminarla definitivamente.',
    steps: [
      review('Una versione eliminata ha il numero 1.1.0. Ripristinarla dal cestino o eliminarla definitivamente.'),
    ],
  },
  'size-requires-nvme': {
    title: 'Dimensione di macchina virtuale che richiede NVMe',
    about:
      'Le dimensioni più recenti richiedono NVMe, non dichiarato dalla definizione dell’immagine. Aggiungerlo dalla procedura guidata.',
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
  'clean-up': {
    title: 'Pulizia delle versioni precedenti',
    about:
      'Azure non accetta altre versioni in West US. Eliminare quelle che non servono, senza fermare alcuna macchina.',
    steps: [
      {
        do: 'Selezionare Crea.',
        see: 'Azure rifiuta la versione: la sottoscrizione ha raggiunto il limite di 300 versioni dell’immagine in West US.',
      },
      {
        do: 'Selezionare Pulizia delle versioni, scegliere Eliminare e selezionare Anteprima.',
        see: '150 versioni vanno via. Le altre 150 restano, ciascuna con il motivo, come le macchine che la usano.',
      },
      {
        do: 'Selezionare Elimina: 150 e confermare. Attendere la fine o selezionare Fai avanzare il tempo.',
        see: 'Tutte le 150 versioni sono eliminate. Tutto ciò che è in esecuzione mantiene la propria versione.',
      },
      {
        do: 'Nella home page selezionare Crea versione successiva per ubuntu-runner, poi Rivedi e crea e Crea.',
        see: 'Azure accetta la versione e ne apre la pagina.',
      },
    ],
  },
  reader: {
    title: 'Utente con accesso in sola lettura',
    about: 'Rita può visualizzare tutto ma non creare nulla. Il portale prepara la richiesta per il ruolo necessario.',
    steps: [
      review(
        'Rita non può creare versioni qui. Il messaggio indica il ruolo necessario e permette di copiare la richiesta.',
      ),
    ],
  },
  'no-right-on-sets': {
    title: 'Utente senza autorizzazione per visualizzare i set',
    about:
      'Eva non può visualizzare i set di crittografia del disco e può creare solo versioni con chiavi gestite dalla piattaforma.',
    steps: [
      {
        do: 'Scegliere la crittografia con una chiave gestita dal cliente.',
        see: 'Eva non è autorizzata a visualizzare i set e può inviare una richiesta. Può creare versioni con una chiave gestita dalla piattaforma.',
      },
    ],
  },
  'second-factor': {
    title: 'Autenticazione a più fattori per le modifiche',
    about: 'Azure richiede l’autenticazione a più fattori per le modifiche. Sam esegue la verifica e non perde nulla.',
    steps: [
      {
        do: 'Selezionare Crea. Azure richiede l’autenticazione a più fattori per le modifiche e Sam ha eseguito l’accesso senza: selezionare Verifica e approvare.',
        see: 'La versione viene creata senza dover immettere di nuovo i dati.',
      },
    ],
  },
  'no-subscription': {
    title: 'Utente senza sottoscrizioni',
    about: 'Noor non ha sottoscrizioni. Il portale indica a chi rivolgersi.',
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

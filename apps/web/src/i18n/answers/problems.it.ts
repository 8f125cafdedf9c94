import type { ProblemTexts } from './problems.en.ts'

export const problemsIt: ProblemTexts = {
  PlanRejected: {
    title: 'La versione dell’immagine non è stata creata: il piano presenta problemi',
    advice:
      'Nulla è stato inviato ad Azure. Correggere i campi contrassegnati nelle schede, quindi ripetere la creazione.',
  },
  InvalidRequest: {
    title: 'Il portale non ha compreso la richiesta',
    advice:
      'Ricaricare la pagina: potrebbe essere disponibile una versione più recente del portale. Se il collegamento è stato ricevuto da altri, potrebbe essere incompleto.',
  },
  SignInRequired: {
    title: 'L’accesso non è più accettato',
    advice: 'Eseguire di nuovo l’accesso. I dati immessi vengono conservati.',
  },
  ClaimsChallenge: {
    title: 'L’organizzazione chiede di verificare l’identità',
    advice: 'Eseguire la verifica per continuare. I dati immessi vengono conservati.',
  },
  DirectoryNotAllowed: {
    title: 'Il portale non serve questa directory',
    advice:
      'Chi è utente guest di una directory servita dal portale può accedere da lì. In caso contrario chiedere a chi gestisce il portale di servire anche questa.',
  },
  UserBlocked: {
    title: 'L’accesso a questo portale è bloccato',
    advice: 'Nulla è stato inviato ad Azure. Rivolgersi all’amministratore del portale.',
  },
  PortalReadOnly: {
    title: 'Il portale è temporaneamente in sola lettura',
    advice: 'Nulla è stato inviato ad Azure. Riprovare quando l’amministratore del portale consentirà le modifiche.',
  },
  OtherDirectory: {
    title: 'La risorsa si trova in un’altra directory',
    advice: 'Passare alla directory che la contiene dal menu dell’account.',
  },
  ConsentRequired: {
    title: 'Il portale non può ancora agire per conto dell’utente in questo tenant',
    advice:
      'Chiedere a un amministratore del tenant di concedere il consenso all’applicazione del portale, quindi eseguire di nuovo l’accesso.',
  },
  ResourceExists: {
    title: 'Un’altra risorsa ha questo nome',
    advice: 'Nulla è stato modificato. Scegliere un altro nome oppure usare la risorsa esistente.',
  },
  RefusedByAzure: {
    title: 'Azure ha rifiutato la richiesta',
    advice: 'La spiegazione di Azure è disponibile in Dettagli. Correggere quanto indicato, quindi riprovare.',
  },
  ForbiddenByAzure: {
    title: 'Non si dispone dell’autorizzazione necessaria in Azure',
    advice:
      'Chiedere a un proprietario della risorsa il ruolo indicato in Dettagli. L’assegnazione può richiedere alcuni minuti.',
  },
  NotFoundInAzure: {
    title: 'Azure non ha questa risorsa oppure non è possibile visualizzarla',
    advice:
      'La risorsa potrebbe essere stata eliminata o spostata. Controllare anche l’account e il tenant con cui è stato eseguito l’accesso.',
  },
  DiskEncryptionSetInUse: {
    title: 'Il set di crittografia del disco è in uso',
    advice: 'Non è stato eliminato nulla. La pagina del set elenca ciò che lo usa ancora.',
  },
  ImageVersionExists: {
    title: 'Esiste già una versione dell’immagine con questo nome, ma con contenuto diverso',
    advice:
      'La versione esistente non è stata modificata. Scegliere un altro numero di versione o aprire quella esistente.',
  },
  ImageVersionChanged: {
    title: 'Nel frattempo qualcuno ha modificato questa versione',
    advice: 'Non è stato inviato nulla. Esaminare le modifiche e decidere di nuovo.',
  },
  ResourceBusy: {
    title: 'Azure sta ancora elaborando questa risorsa',
    advice: 'Fino al termine non accetta altre modifiche. Attendere il completamento, quindi riprovare.',
  },
  ThrottledByAzure: {
    title: 'Azure non accetta altre richieste al momento',
    advice: 'Attendere qualche istante, quindi riprovare.',
  },
  AzureUnavailable: {
    title: 'Azure non ha risposto',
    advice: 'Nulla è stato modificato. Riprovare tra poco; lo stato di Azure indica le interruzioni note.',
  },
  OutcomeUnknown: {
    title: 'Azure non ha dato una risposta chiara',
    advice:
      'La versione dell’immagine potrebbe essere stata creata o meno. Controllare le versioni della definizione dell’immagine prima di inviarla di nuovo.',
  },
  SignInServiceUnavailable: {
    title: 'Microsoft Entra ID non ha risposto',
    advice: 'Riprovare tra poco. I dati immessi vengono conservati.',
  },
  NotFound: {
    title: 'A questo indirizzo non c’è nulla',
    advice: 'Controllare l’indirizzo oppure ripartire dalle raccolte.',
  },
  MethodNotAllowed: {
    title: 'Il portale non offre questa operazione',
    advice: 'Ricaricare la pagina: potrebbe essere disponibile una versione più recente del portale.',
  },
  UnsupportedMediaType: {
    title: 'Il portale non ha compreso il formato della richiesta',
    advice: 'Ricaricare la pagina: potrebbe essere disponibile una versione più recente del portale.',
  },
  PayloadTooLarge: {
    title: 'La richiesta supera le dimensioni accettate dal portale',
    advice: 'Usare meno aree di destinazione o tag più brevi, quindi riprovare.',
  },
  AddressTooLong: {
    title: 'Questo indirizzo è più lungo di quanto il portale accetta',
    advice: 'Iniziare dalle raccolte.',
  },
  CrossSiteRequest: {
    title: 'La richiesta è stata inviata da un altro sito',
    advice: 'Nessuna modifica apportata. Aprire il portale al proprio indirizzo, quindi riprovare.',
  },
  PortalBusy: {
    title: 'Il portale ha troppo lavoro in questo momento',
    advice: 'Nulla è stato avviato. Attendere qualche istante, quindi riprovare.',
  },
  TooManyRequests: {
    title: 'Sono state inviate troppe richieste in poco tempo',
    advice: 'Attendere qualche istante, quindi riprovare.',
  },
  InternalError: {
    title: 'Si è verificato un errore nel portale',
    advice: 'Riprovare. Se il problema si ripresenta, comunicare l’ID di correlazione a chi gestisce il portale.',
  },
  PortalUnreachable: {
    title: 'Il portale non ha risposto',
    advice: 'Controllare la connessione, quindi riprovare. I dati immessi vengono conservati.',
  },
  ReplyUnreadable: {
    title: 'Non è stato possibile leggere la risposta',
    advice:
      'Ricaricare la pagina: potrebbe essere disponibile una versione più recente del portale. Anche un proxy intermedio può avere modificato la risposta.',
  },
  SignInNeeded: {
    title: 'La sessione di accesso è terminata',
    advice: 'Eseguire di nuovo l’accesso. I dati immessi vengono conservati.',
  },
  TokenUnavailable: {
    title: 'Microsoft Entra ID non ha rilasciato un token di accesso',
    advice:
      'Controllare la connessione, quindi riprovare. Se il problema si ripresenta, disconnettersi e accedere di nuovo.',
  },
  SandboxSetAside: {
    title: 'L’istanza simulata di Azure è stata accantonata',
    advice:
      'Una richiesta dell’utente ne ha bloccato le risposte. Per continuare, selezionare Reimposta nella barra della dimostrazione.',
  },
  Unexpected: {
    title: 'Si è verificato un errore imprevisto in questa pagina',
    advice: 'Ricaricare la pagina. I dati immessi vengono conservati.',
  },
}

import type { AzureServiceTexts, ProblemTexts } from './problems.en.ts'

export const azureServicesIt: AzureServiceTexts = {
  names: {
    ResourceGraph: 'Azure Resource Graph',
    KeyVault: 'Azure Key Vault',
    Compute: 'Calcolo di Azure',
    Network: 'Rete virtuale di Azure',
    Storage: 'Archiviazione di Azure',
    Authorization: 'Controllo degli accessi in base al ruolo di Azure',
    ResourceManager: 'Azure Resource Manager',
    EntraId: 'Microsoft Entra ID',
  },
  notResponding: (name) => `${name} non risponde`,
}

export const problemsIt: ProblemTexts = {
  PlanRejected: {
    title: 'Versione non creata',
    advice: 'Correggere i campi contrassegnati.',
  },
  InvalidRequest: {
    title: 'Il portale non è riuscito a elaborare la richiesta',
    advice:
      'Ricaricare la pagina per ottenere la versione più recente del portale. Se si è seguito un collegamento, richiederlo di nuovo.',
  },
  SignInRequired: {
    title: 'La sessione non è più valida',
    advice: 'Accedere di nuovo. I dati immessi vengono conservati.',
  },
  EveryoneSignedOut: {
    title: 'L’amministratore del portale ha disconnesso tutti gli utenti',
    advice: 'Accedere di nuovo. I dati immessi vengono conservati.',
  },
  ClaimsChallenge: {
    title: 'Azure o l’organizzazione richiede di verificare l’identità',
    advice: 'Eseguire la verifica per continuare. I dati immessi vengono conservati.',
  },
  DirectoryNotAllowed: {
    title: 'Portale non disponibile per questa directory',
    advice: 'Accedere a una directory in cui si è utenti guest o rivolgersi all’amministratore del portale.',
  },
  UserBlocked: {
    title: 'Questo account è bloccato nel portale',
    advice: 'Non è stato inviato nulla ad Azure. Rivolgersi all’amministratore del portale.',
  },
  PortalReadOnly: {
    title: 'Il portale è temporaneamente in sola lettura',
    advice: 'Non è stato inviato nulla ad Azure. Riprovare quando l’amministratore consentirà le modifiche.',
  },
  ChangesNotRecorded: {
    title: 'Il portale non può registrare le modifiche in questo momento',
    advice: 'Non è stato inviato nulla ad Azure. Riprovare più tardi o rivolgersi all’amministratore del portale.',
  },
  OtherDirectory: {
    title: 'La risorsa si trova in un’altra directory',
    advice: 'Passare a tale directory dal menu dell’account.',
  },
  ConsentRequired: {
    title: 'Serve il consenso amministratore in questo tenant',
    advice: 'Chiedere a un amministratore di concederlo, quindi accedere di nuovo.',
  },
  ResourceExists: {
    title: 'Esiste già una risorsa con questo nome',
    advice: 'Nessuna modifica apportata. Scegliere un altro nome o usare la risorsa esistente.',
  },
  RefusedByAzure: {
    title: 'Azure ha rifiutato la richiesta',
    advice: 'Leggere il messaggio in Dettagli, risolvere il problema e riprovare.',
  },
  ForbiddenByAzure: {
    title: 'Autorizzazione mancante in Azure',
    advice: 'Chiedere a un proprietario della risorsa il ruolo indicato in Dettagli, quindi attendere alcuni minuti.',
  },
  NotFoundInAzure: {
    title: 'Risorsa non trovata o non accessibile',
    advice: 'Verificare che esista ancora e che account e directory siano corretti.',
  },
  DiskEncryptionSetInUse: {
    title: 'Il set di crittografia del disco è in uso',
    advice: 'Non è stato eliminato nulla. Nella pagina del set sono elencate le risorse che lo usano.',
  },
  ImageVersionExists: {
    title: 'Esiste già una versione con questo numero ma contenuto diverso',
    advice: 'Non è stata modificata. Scegliere un altro numero di versione o aprire la versione esistente.',
  },
  ImageVersionChanged: {
    title: 'Qualcun altro ha modificato questa versione',
    advice: 'Non è stato inviato nulla. Esaminare le modifiche e riprovare.',
  },
  StatementRefused: {
    title: 'Impossibile continuare',
    advice:
      'Il contenuto in Azure è stato modificato dopo l’avvio o riguarda un altro gruppo di risorse. Ripetere l’avvio.',
  },
  CampaignChanged: {
    title: 'L’esecuzione non è quella confermata',
    advice: 'Non è stato inviato nulla ad Azure. Verificare set e chiavi e continuare se sono corretti.',
  },
  SecondPersonRequired: {
    title: 'Le versioni devono essere eliminate da un’altra persona',
    advice:
      'Non è stato eliminato nulla. Rivolgersi a chi non ha avviato né modificato l’esecuzione e può leggere il log attività di Azure.',
  },
  SuccessorNotProven: {
    title: 'La nuova versione non è ancora verificata',
    advice:
      'La versione precedente non è stata modificata. Attendere che ogni area abbia la copia con la crittografia richiesta.',
  },
  ResourceBusy: {
    title: 'È in corso un’altra operazione su questa risorsa',
    advice: 'Attenderne il completamento e riprovare.',
  },
  ThrottledByAzure: {
    title: 'Azure sta limitando le richieste',
    advice: 'Attendere qualche istante e riprovare.',
  },
  AzureUnavailable: {
    title: 'Azure non ha risposto',
    advice: 'Nessuna modifica apportata. Riprovare tra poco o vedere la pagina dello stato di Azure.',
  },
  ServiceNotAnswering: {
    title: 'Un servizio di Azure non risponde',
    advice: 'Non è stato inviato nulla al servizio. Tutto ciò che non ne ha bisogno continua a funzionare.',
  },
  OutcomeUnknown: {
    title: 'Azure non ha confermato l’esito',
    advice:
      'La versione potrebbe esistere. Controllare le versioni della definizione dell’immagine prima di riprovare.',
  },
  SignInServiceUnavailable: {
    title: 'Microsoft Entra ID non ha risposto',
    advice: 'Riprovare tra poco. I dati immessi vengono conservati.',
  },
  NotFound: {
    title: 'Pagina non trovata',
    advice: 'Controllare l’indirizzo o ripartire da Raccolte.',
  },
  MethodNotAllowed: {
    title: 'Il portale non supporta questa operazione',
    advice: 'Ricaricare la pagina per ottenere la versione più recente del portale.',
  },
  UnsupportedMediaType: {
    title: 'Il portale non supporta il formato di questa richiesta',
    advice: 'Ricaricare la pagina per ottenere la versione più recente del portale.',
  },
  RequestTimeout: {
    title: 'La richiesta non è arrivata in tempo',
    advice: 'Nessuna modifica apportata. Controllare la connessione e riprovare.',
  },
  PayloadTooLarge: {
    title: 'La richiesta è troppo grande',
    advice: 'Usare meno aree di destinazione o tag più brevi e riprovare.',
  },
  AddressTooLong: {
    title: 'L’indirizzo è troppo lungo',
    advice: 'Ripartire da Raccolte.',
  },
  CrossSiteRequest: {
    title: 'La richiesta proviene da un altro sito',
    advice: 'Nessuna modifica apportata. Aprire il portale al suo indirizzo e riprovare.',
  },
  PortalBusy: {
    title: 'Il portale è sovraccarico',
    advice: 'Non è stato avviato nulla. Attendere qualche istante e riprovare.',
  },
  TooManyRequests: {
    title: 'Troppe richieste in poco tempo',
    advice: 'Attendere qualche istante e riprovare.',
  },
  InternalError: {
    title: 'Si è verificato un errore nel portale',
    advice: 'Riprovare. Se il problema persiste, comunicare l’ID correlazione all’amministratore del portale.',
  },
  PortalUnreachable: {
    title: 'Il portale non ha risposto',
    advice: 'Controllare la connessione e riprovare. I dati immessi vengono conservati.',
  },
  ReplyUnreadable: {
    title: 'Impossibile leggere la risposta',
    advice:
      'Ricaricare la pagina per ottenere la versione più recente del portale. Se il problema persiste, controllare le impostazioni del proxy.',
  },
  SignInNeeded: {
    title: 'La sessione è scaduta',
    advice: 'Accedere di nuovo. I dati immessi vengono conservati.',
  },
  TokenUnavailable: {
    title: 'Microsoft Entra ID non ha rilasciato un token di accesso',
    advice: 'Controllare la connessione e riprovare. Se il problema persiste, disconnettersi e accedere di nuovo.',
  },
  SandboxSetAside: {
    title: 'L’ambiente Azure simulato non risponde più',
    advice:
      'Il problema è stato causato da una richiesta. Per continuare, selezionare Reimposta nella barra della demo.',
  },
  Unexpected: {
    title: 'Si è verificato un errore in questa pagina',
    advice: 'Ricaricare la pagina. I dati immessi vengono conservati.',
  },
}

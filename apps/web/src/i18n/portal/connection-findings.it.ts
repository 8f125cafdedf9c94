import type { ConnectionTexts } from '@portal/portal-api'

export const connectionFindingsIt: ConnectionTexts['findings'] = {
  EntraUnreachable: {
    title: 'Entra ID non risponde al server come dovrebbe',
    advice:
      'Fare in modo che il server raggiunga l’indirizzo tramite https: verificare DNS, firewall e proxy. Una pagina di un proxy intermedio equivale a nessuna risposta.',
  },
  CertificateUntrusted: {
    title: 'Il server non considera attendibile il certificato',
    advice:
      'Inserire in un file il certificato della sua autorità (ad esempio di un proxy che apre TLS), indicare il file in NODE_EXTRA_CA_CERTS e riavviare il server.',
  },
  TenantNotFound: {
    title: 'Entra ID non conosce il tenant indicato',
    advice: 'Correggere AZURE_TENANT_IDS. Per un tenant di un altro cloud, impostare AZURE_CLOUD.',
  },
  IssuerDiffers: {
    title: 'Entra ID indica un’autorità emittente diversa da quella prevista dal server',
    advice:
      'Impostare AZURE_CLOUD sul cloud del tenant: i token dell’autorità emittente che si è vista vengono rifiutati.',
  },
  NoSigningKeys: {
    title: 'Le chiavi di Entra ID non ci sono',
    advice:
      'A questo indirizzo probabilmente non risponde Entra ID. Verificare se un proxy intermedio risponde al suo posto.',
  },
  TokenMissing: {
    title: 'Nessuno ha eseguito l’accesso',
    advice:
      'Eseguire l’accesso, quindi controllare di nuovo. Se è l’accesso a non riuscire, i passaggi che non lo richiedono sono riportati sopra.',
  },
  TokenMalformed: {
    title: 'Ciò che il browser ha inviato non è un token',
    advice: 'Un proxy potrebbe modificare l’intestazione Authorization: deve passare invariata.',
  },
  TokenNotSigned: {
    title: 'Il token non è firmato con nessuna delle chiavi di Entra ID',
    advice:
      'Disconnettersi e accedere di nuovo. Se il problema rimane, il browser accede a un cloud diverso da quello a cui il server chiede le chiavi: verificare AZURE_CLOUD.',
  },
  TokenAudience: {
    title: 'Il token è destinato a un’altra applicazione',
    advice:
      'API_CLIENT_ID deve essere l’ID applicazione dell’API e l’ambito uno di quelli che espone. I due ID client potrebbero essere scambiati.',
  },
  TokenVersion: {
    title: 'Il token è di versione 1',
    advice:
      'Impostare requestedAccessTokenVersion su 2 nel manifesto dell’applicazione dell’API, quindi eseguire di nuovo l’accesso.',
  },
  TokenIssuer: {
    title: 'L’autorità emittente del token non è quella del suo tenant',
    advice: 'Impostare AZURE_CLOUD sul cloud del tenant e verificare che requestedAccessTokenVersion sia 2.',
  },
  TokenTenant: {
    title: 'Il token è di un tenant che il portale non serve',
    advice: 'Accedere con un account di un altro tenant, oppure fare aggiungere questo ad AZURE_TENANT_IDS.',
  },
  TokenOfApplication: {
    title: 'Il token è di un’applicazione, non di un utente',
    advice: 'Accedere come persona: il portale agisce in Azure solo per conto dell’utente.',
  },
  TokenClient: {
    title: 'Il token è stato richiesto da un’applicazione diversa da quella del portale',
    advice: 'PORTAL_CLIENT_ID deve essere l’ID dell’applicazione del browser. Correggerlo e riavviare il server.',
  },
  TokenScope: {
    title: 'Nel token manca l’ambito dell’API',
    advice:
      'Assegnare all’applicazione del portale l’autorizzazione delegata access_as_user dell’API e concedere il consenso.',
  },
  TokenClaims: {
    title: 'Nel token manca un’attestazione presente nel token di ogni utente',
    advice:
      'Disconnettersi e accedere di nuovo, nel tenant dell’organizzazione e con un account aziendale o dell’istituto di istruzione.',
  },
  TokenExpired: {
    title: 'Il token è scaduto',
    advice:
      'Eseguire di nuovo l’accesso. Se anche un token nuovo risulta scaduto, l’orologio del server o di questo computer è errato.',
  },
  TokenNotYetValid: {
    title: 'Il token non è ancora valido',
    advice: 'Regolare l’orologio del server tramite un servizio di sincronizzazione dell’ora (NTP).',
  },
  TokenSignedOut: { title: 'L’utente di questo token si è disconnesso', advice: 'Eseguire di nuovo l’accesso.' },
  CredentialUnavailable: {
    title: 'La credenziale dell’API non è disponibile',
    advice:
      'Il file del token o l’identità gestita non restituisce nulla. Montare AZURE_FEDERATED_TOKEN_FILE oppure assegnare all’app l’identità indicata in API_MANAGED_IDENTITY_CLIENT_ID. La causa è nel log del server.',
  },
  SecretWrong: {
    title: 'Il segreto client dell’API è errato',
    advice:
      'API_CLIENT_SECRET deve essere il valore di un segreto dell’applicazione dell’API, non il suo ID. Crearne uno nuovo.',
  },
  SecretExpired: {
    title: 'Il segreto client dell’API è scaduto',
    advice: 'Crearne uno nuovo (az ad app credential reset), impostare API_CLIENT_SECRET e riavviare il server.',
  },
  CertificateNotRegistered: {
    title: 'Il certificato dell’API non è quello registrato oppure è scaduto',
    advice: 'Caricare il certificato di API_CLIENT_CERTIFICATE_FILE nell’applicazione dell’API.',
  },
  AssertionNotCurrent: {
    title: 'La prova d’identità dell’API non è valida in questo momento',
    advice:
      'Regolare l’orologio del server; verificare che il file del token venga rinnovato e che il certificato sia ancora valido.',
  },
  FederatedCredentialDiffers: {
    title: 'La credenziale federata non corrisponde al token del server',
    advice:
      'Autorità emittente, destinatari e soggetto devono essere quelli del token del pod o dell’identità. Il soggetto di un’identità è il suo ID oggetto, non il suo ID client.',
  },
  ApiNotInTenant: {
    title: 'L’applicazione dell’API non è in questo tenant',
    advice:
      'API_CLIENT_ID o AZURE_TENANT_IDS è di un altro tenant, oppure un amministratore di questo deve ancora concedere il consenso.',
  },
  ApiDisabled: {
    title: 'L’applicazione dell’API è disattivata in questo tenant',
    advice: 'Un amministratore deve abilitarne l’accesso: Applicazioni aziendali, Proprietà.',
  },
  ServicePrincipalMissing: {
    title: 'In questo tenant manca l’entità servizio di un’applicazione necessaria',
    advice:
      'Un amministratore deve crearla (az ad sp create --id <API_CLIENT_ID>) oppure concedere il consenso all’API in questo tenant. Se manca quella di Azure, verificare AZURE_CLOUD.',
  },
  ConsentMissing: {
    title: 'Il consenso non è stato concesso',
    advice:
      'Un amministratore deve concedere il consenso all’uso di Azure da parte dell’API in questo tenant: nell’applicazione dell’API e poi in quella del portale, Autorizzazioni API, Concedi consenso amministratore.',
  },
  AssertionRefused: {
    title: 'Entra ID non accetta il token dell’utente per lo scambio',
    advice:
      'Il token deve essere destinato all’API (API_CLIENT_ID) ed essere ancora valido. Verificare gli ID, quindi eseguire di nuovo l’accesso.',
  },
  MoreProofNeeded: {
    title: 'Un criterio chiede all’utente un’ulteriore prova, ad esempio un secondo fattore',
    advice:
      'Aprire un’altra pagina del portale e premere Verifica, quindi controllare di nuovo. Un amministratore trova il criterio nel log di accesso, in Accesso condizionale.',
  },
  BlockedByConditionalAccess: {
    title: 'Un criterio di accesso condizionale blocca l’accesso',
    advice:
      'Potrebbe richiedere un dispositivo gestito, una posizione o un’app. Un amministratore trova il criterio nel log di accesso di Entra ID, con l’API come applicazione.',
  },
  UserNotInTenant: {
    title: 'L’account non è in questo tenant',
    advice: 'Accedere con un altro account, oppure fare invitare questo come utente guest.',
  },
  SessionRevoked: {
    title: 'La sessione dell’utente è stata terminata',
    advice:
      'Disconnettersi e accedere di nuovo. La password potrebbe essere cambiata o un amministratore potrebbe avere revocato la sessione.',
  },
  ExchangeRefused: {
    title: 'Entra ID rifiuta di rilasciare un token',
    advice:
      'Cercare il codice in https://login.microsoftonline.com/error; il motivo completo è nel log di accesso di Entra ID.',
  },
  EntraBusy: {
    title: 'Per ora Entra ID non accetta richieste',
    advice: 'Attendere un minuto, quindi controllare di nuovo. Se il problema rimane, consultare lo stato di Azure.',
  },
  TooManyExchanges: {
    title: 'I controlli sono stati troppo frequenti',
    advice: 'Attendere un minuto, quindi controllare di nuovo.',
  },
  ArmUnreachable: {
    title: 'Azure Resource Manager non risponde al server come dovrebbe',
    advice:
      'Fare in modo che il server raggiunga l’indirizzo tramite https: verificare DNS, firewall e proxy, e AZURE_CLOUD.',
  },
  ArmRefusesToken: {
    title: 'Azure Resource Manager non accetta il token',
    advice:
      'Disconnettersi e accedere di nuovo. Se il problema rimane, AZURE_CLOUD indica un cloud diverso da quello del tenant.',
  },
  ArmForbids: {
    title: 'Azure Resource Manager rifiuta la richiesta dell’utente',
    advice: 'Accanto è riportato il codice di Azure; un amministratore della sottoscrizione può dire di che si tratta.',
  },
  ArmBusy: {
    title: 'Per ora Azure Resource Manager non accetta richieste',
    advice: 'Attendere un minuto, quindi controllare di nuovo.',
  },
  NoSubscriptions: {
    title: 'L’utente non vede alcuna sottoscrizione',
    advice: 'Assegnare all’utente un ruolo, almeno Lettore, in una sottoscrizione di questo tenant.',
  },
  ProviderNotRegistered: {
    title: 'La sottoscrizione non ha registrato il provider',
    advice: 'Deve registrarlo un collaboratore o un proprietario della sottoscrizione. Sono necessari alcuni minuti.',
  },
  ProviderRegistering: {
    title: 'La registrazione del provider è in corso',
    advice: 'Attendere alcuni minuti, quindi controllare di nuovo.',
  },
  ProviderUnreadable: {
    title: 'L’utente non può vedere se il provider è registrato',
    advice: 'Scegliere una sottoscrizione in cui l’utente ha un ruolo, almeno Lettore.',
  },
  ApiVersionUnknown: {
    title: 'Questo cloud non conosce una versione dell’API usata dal portale',
    advice:
      'Ciò che richiede quel tipo di risorsa qui non riesce finché il cloud non la offre: az provider show elenca quelle note.',
  },
  ServerClockOff: {
    title: 'L’orologio del server è sfasato di oltre un minuto',
    advice:
      'Farlo regolare da un servizio di sincronizzazione dell’ora (NTP): i token vengono rifiutati prima dell’inizio e dopo la fine della loro validità.',
  },
  BrowserClockOff: {
    title: 'L’orologio di questo computer è sfasato di oltre un minuto',
    advice: 'Farlo regolare dalla rete: con un orologio errato i token vengono rinnovati troppo tardi o di continuo.',
  },
  Unexpected: {
    title: 'In questo punto il controllo stesso non è riuscito',
    advice: 'Il motivo è nel log del server, all’ora di questo controllo.',
  },
}

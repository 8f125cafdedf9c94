import type { ConnectionCheckTexts } from '@portal/portal-api'

export const connectionCheckTextsIt: ConnectionCheckTexts['findings'] = {
  EntraUnreachable: {
    title: 'Microsoft Entra ID non è raggiungibile dal server',
    advice:
      'Consentire al server di raggiungere l’indirizzo tramite HTTPS: verificare DNS, firewall e proxy. La pagina di un proxy non è una risposta valida.',
  },
  CertificateUntrusted: {
    title: 'Il server non considera attendibile il certificato',
    advice:
      'Salvare in un file il certificato dell’autorità (ad esempio di un proxy con ispezione TLS), indicarlo in NODE_EXTRA_CA_CERTS e riavviare il server.',
  },
  TenantNotFound: {
    title: 'Tenant non trovato in Microsoft Entra ID',
    advice: 'Correggere AZURE_TENANT_IDS. Per un tenant di un altro cloud, impostare AZURE_CLOUD.',
  },
  IssuerDiffers: {
    title: 'L’autorità emittente non è quella prevista dal server',
    advice: 'Indicare in AZURE_CLOUD il cloud del tenant. Nel frattempo, i token vengono rifiutati.',
  },
  NoSigningKeys: {
    title: 'Chiavi di firma di Microsoft Entra ID non trovate',
    advice: 'Probabilmente questo indirizzo non è Microsoft Entra ID. Verificare se un proxy risponde al suo posto.',
  },
  TokenMissing: {
    title: 'Accesso non eseguito',
    advice:
      'Accedere, quindi controllare di nuovo. Se l’accesso non riesce, vedere i passaggi precedenti, che non lo richiedono.',
  },
  TokenMalformed: {
    title: 'Il browser non ha inviato un token valido',
    advice: 'Un proxy potrebbe modificare l’intestazione Authorization. L’intestazione deve passare invariata.',
  },
  TokenNotSigned: {
    title: 'Il token non è firmato con una chiave di Microsoft Entra ID',
    advice:
      'Disconnettersi e accedere di nuovo. Se il problema persiste, verificare AZURE_CLOUD: browser e server potrebbero usare cloud diversi.',
  },
  TokenAudience: {
    title: 'Il token è destinato a un’altra applicazione',
    advice:
      'Impostare API_CLIENT_ID sull’ID applicazione dell’API e usare un ambito esposto dall’API. I due ID client potrebbero essere scambiati.',
  },
  TokenVersion: {
    title: 'Il token è di versione 1',
    advice:
      'Impostare requestedAccessTokenVersion su 2 nel manifesto dell’applicazione dell’API, quindi accedere di nuovo.',
  },
  TokenIssuer: {
    title: 'L’autorità emittente del token non corrisponde al tenant',
    advice: 'Indicare in AZURE_CLOUD il cloud del tenant e verificare che requestedAccessTokenVersion sia 2.',
  },
  TokenTenant: {
    title: 'Il token proviene da un tenant non consentito',
    advice: 'Accedere con un account di un altro tenant o far aggiungere questo tenant ad AZURE_TENANT_IDS.',
  },
  TokenOfApplication: {
    title: 'Il token appartiene a un’applicazione, non a un utente',
    advice: 'Accedere con un account utente. Il portale agisce in Azure solo per conto degli utenti.',
  },
  TokenClient: {
    title: 'Il token è stato richiesto da un’altra applicazione',
    advice: 'Impostare PORTAL_CLIENT_ID sull’ID dell’applicazione del browser e riavviare il server.',
  },
  TokenScope: {
    title: 'Il token non include l’ambito dell’API',
    advice:
      'Aggiungere all’applicazione del portale l’autorizzazione delegata access_as_user dell’API e concedere il consenso.',
  },
  TokenClaims: {
    title: 'Nel token manca un’attestazione obbligatoria',
    advice:
      'Disconnettersi, quindi accedere al tenant dell’organizzazione con un account aziendale o dell’istituto di istruzione.',
  },
  TokenExpired: {
    title: 'Il token è scaduto',
    advice:
      'Accedere di nuovo. Se anche un nuovo token è scaduto, correggere l’orologio del server o di questo computer.',
  },
  TokenNotYetValid: {
    title: 'Il token non è ancora valido',
    advice: 'Correggere l’orologio del server e sincronizzarlo con un servizio NTP.',
  },
  TokenSignedOut: { title: 'L’utente di questo token è stato disconnesso', advice: 'Accedere di nuovo.' },
  CredentialUnavailable: {
    title: 'La credenziale dell’API non è disponibile',
    advice:
      'Montare AZURE_FEDERATED_TOKEN_FILE o assegnare all’app l’identità di API_MANAGED_IDENTITY_CLIENT_ID. Per la causa, vedere il log del server.',
  },
  SecretWrong: {
    title: 'Il segreto client dell’API è errato',
    advice: 'Impostare API_CLIENT_SECRET sul valore, non sull’ID, di un segreto dell’applicazione dell’API.',
  },
  SecretExpired: {
    title: 'Il segreto client dell’API è scaduto',
    advice: 'Crearne uno nuovo (az ad app credential reset), impostare API_CLIENT_SECRET e riavviare il server.',
  },
  CertificateNotRegistered: {
    title: 'Il certificato dell’API non è registrato o è scaduto',
    advice: 'Caricare il certificato di API_CLIENT_CERTIFICATE_FILE nell’applicazione dell’API.',
  },
  AssertionNotCurrent: {
    title: 'La credenziale dell’API non è valida in questo momento',
    advice:
      'Correggere l’orologio del server e verificare che il file del token venga rinnovato e che il certificato non sia scaduto.',
  },
  FederatedCredentialDiffers: {
    title: 'La credenziale federata non corrisponde al token del server',
    advice:
      'Usare autorità emittente, destinatari e soggetto del token. Il soggetto di un’identità gestita è l’ID oggetto, non l’ID client.',
  },
  ApiNotInTenant: {
    title: 'L’applicazione dell’API non è in questo tenant',
    advice:
      'Verificare API_CLIENT_ID e AZURE_TENANT_IDS o chiedere a un amministratore del tenant di concedere il consenso.',
  },
  ApiDisabled: {
    title: 'L’applicazione dell’API è disabilitata in questo tenant',
    advice: 'Chiedere a un amministratore di abilitarne l’accesso in Applicazioni aziendali > Proprietà.',
  },
  ServicePrincipalMissing: {
    title: 'Un’applicazione necessaria non ha un’entità servizio in questo tenant',
    advice:
      'Chiedere a un amministratore di crearla (az ad sp create --id <API_CLIENT_ID>) o di concedere il consenso. Se manca quella di Azure, verificare AZURE_CLOUD.',
  },
  ConsentMissing: {
    title: 'Consenso mancante',
    advice:
      'Chiedere a un amministratore di concedere il consenso amministratore in Autorizzazioni API: prima per l’applicazione dell’API, poi per quella del portale.',
  },
  AssertionRefused: {
    title: 'Microsoft Entra ID ha rifiutato il token dell’utente per lo scambio',
    advice:
      'Il token deve essere destinato all’API (API_CLIENT_ID) e non scaduto. Verificare gli ID, quindi accedere di nuovo.',
  },
  MoreProofNeeded: {
    title: 'Un criterio di accesso condizionale richiede un’ulteriore verifica',
    advice:
      'Aprire un’altra pagina del portale, selezionare Verifica e controllare di nuovo. Gli amministratori trovano il criterio nel log di accesso, in Accesso condizionale.',
  },
  BlockedByConditionalAccess: {
    title: 'Un criterio di accesso condizionale blocca l’accesso',
    advice:
      'Può richiedere un dispositivo gestito, una posizione o un’app specifica. Gli amministratori trovano il criterio nel log di accesso dell’API.',
  },
  UserNotInTenant: {
    title: 'L’account non è in questo tenant',
    advice: 'Accedere con un altro account o richiedere un invito come utente guest.',
  },
  SessionRevoked: {
    title: 'La sessione dell’utente è stata revocata',
    advice:
      'Disconnettersi e accedere di nuovo. La password potrebbe essere cambiata o un amministratore potrebbe avere revocato la sessione.',
  },
  ExchangeRefused: {
    title: 'Microsoft Entra ID non ha rilasciato un token',
    advice:
      'Cercare il codice in https://login.microsoftonline.com/error o vedere il log di accesso di Microsoft Entra ID.',
  },
  EntraBusy: {
    title: 'Microsoft Entra ID sta limitando le richieste',
    advice:
      'Attendere un minuto e controllare di nuovo. Se il problema persiste, vedere la pagina dello stato di Azure.',
  },
  TooManyExchanges: { title: 'Troppi controlli in poco tempo', advice: 'Attendere un minuto e controllare di nuovo.' },
  ArmUnreachable: {
    title: 'Azure Resource Manager non è raggiungibile dal server',
    advice:
      'Consentire al server di raggiungere l’indirizzo tramite HTTPS: verificare DNS, firewall, proxy e AZURE_CLOUD.',
  },
  ArmRefusesToken: {
    title: 'Azure Resource Manager ha rifiutato il token',
    advice: 'Disconnettersi e accedere di nuovo. Se non basta, indicare in AZURE_CLOUD il cloud del tenant.',
  },
  ArmForbids: {
    title: 'Azure Resource Manager ha rifiutato la richiesta',
    advice: 'Rivolgersi a un amministratore della sottoscrizione indicando il codice di errore di Azure nei dettagli.',
  },
  ArmBusy: {
    title: 'Azure Resource Manager sta limitando le richieste',
    advice: 'Attendere un minuto e controllare di nuovo.',
  },
  NoSubscriptions: {
    title: 'Nessuna sottoscrizione trovata',
    advice: 'Assegnare all’utente un ruolo, almeno Lettore (Reader), in una sottoscrizione di questo tenant.',
  },
  ProviderNotRegistered: {
    title: 'Il provider non è registrato nella sottoscrizione',
    advice:
      'Chiedere a un collaboratore o proprietario della sottoscrizione di registrarlo. Possono essere necessari alcuni minuti.',
  },
  ProviderRegistering: {
    title: 'La registrazione del provider è in corso',
    advice: 'Attendere alcuni minuti e controllare di nuovo.',
  },
  ProviderUnreadable: {
    title: 'Registrazione del provider non accessibile',
    advice: 'Scegliere una sottoscrizione in cui l’utente abbia un ruolo, almeno Lettore (Reader).',
  },
  ApiVersionUnknown: {
    title: 'Questo cloud non supporta una versione dell’API usata dal portale',
    advice:
      'Finché il cloud non la supporta, le funzionalità per questo tipo di risorsa non sono disponibili. Per le versioni supportate, eseguire az provider show.',
  },
  ServerClockOff: {
    title: 'L’orologio del server è sfasato di oltre un minuto',
    advice: 'Sincronizzarlo con un servizio NTP. In caso contrario, i token validi vengono rifiutati.',
  },
  BrowserClockOff: {
    title: 'L’orologio di questo computer è sfasato di oltre un minuto',
    advice:
      'Attivare l’impostazione automatica dell’ora. In caso contrario, i token vengono rinnovati troppo tardi o troppo spesso.',
  },
  Unexpected: {
    title: 'Il controllo non è riuscito in questo passaggio',
    advice: 'Vedere il log del server all’ora del controllo.',
  },
}

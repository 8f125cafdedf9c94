/** The words of the pages that Entra shows. */
export interface PageTexts {
  language: string
  /** whose pages they are */
  organization: string
  signIn: string
  chooseAccount: string
  demonstration: string
  demonstrationMore: string
  signedInHere: string
  verify: string
  /** words between two asterisks are shown in bold */
  verifyWhy: string
  approve: string
  cancel: string
  signedOut: string
  signedOutMore: string
  failed: string
  failedMore: string
  noneMatches: string
  noRoom: string
  tooManyFromHere: string
  allInUse: string
  tryAgainIn: (minutes: number) => string
  permissionsRequested: string
  wantsTo: (application: string) => string
  /** of Microsoft's own APIs, by id; those of others are called as their registration calls them */
  permissions: Record<string, string>
  basicProfile: string
  consentForAll: string
  accept: string
  needAdminApproval: string
  onlyAdminsMay: (application: string) => string
  returnToApp: string
}

const azureServiceManagement = '41094075-9dad-400e-a0bd-54e686782033'

const en: PageTexts = {
  language: 'en',
  organization: 'Contoso',
  signIn: 'Sign in',
  chooseAccount: 'Pick an account',
  demonstration: 'This is a demo sign-in page.',
  demonstrationMore:
    'Contoso and its users are fictional, and no password is needed. Nothing here reaches Microsoft Entra ID or Azure.',
  signedInHere: 'Signed in',
  verify: 'Verify your identity',
  verifyWhy:
    'This action changes resources, so Azure requires multifactor authentication. In this demo, **Approve** replaces the prompt on your phone.',
  approve: 'Approve',
  cancel: 'Cancel',
  signedOut: 'You signed out of your account',
  signedOutMore: 'You can close this page.',
  failed: 'Sign-in failed',
  failedMore: 'The application made a request that isn’t valid. Go back to the application and try again.',
  noneMatches: 'No account in this organization can sign in here.',
  noRoom: 'The demo is full',
  tooManyFromHere: 'Several demos were started from your network recently.',
  allInUse: 'All demos are in use.',
  tryAgainIn: (minutes) => (minutes === 1 ? 'Try again in 1 minute.' : `Try again in ${minutes} minutes.`),
  permissionsRequested: 'Permissions requested',
  wantsTo: (application) => `${application} would like to:`,
  permissions: { [azureServiceManagement]: 'Access Azure Service Management as you' },
  basicProfile: 'Sign you in and read your basic profile',
  consentForAll: 'Consent on behalf of your organization',
  accept: 'Accept',
  needAdminApproval: 'Need admin approval',
  onlyAdminsMay: (application) =>
    `${application} needs permissions that only an administrator can grant. Ask an administrator to grant them, and then come back.`,
  returnToApp: 'Return to the application',
}

const it: PageTexts = {
  language: 'it',
  organization: 'Contoso',
  signIn: 'Accedi',
  chooseAccount: 'Scegli un account',
  demonstration: 'Questa è una pagina di accesso demo.',
  demonstrationMore:
    'Contoso e i suoi utenti sono fittizi e non serve alcuna password. Nessun dato raggiunge Microsoft Entra ID o Azure.',
  signedInHere: 'Accesso eseguito',
  verify: 'Verifica la tua identità',
  verifyWhy:
    'Questa operazione modifica delle risorse, quindi Azure richiede l’autenticazione a più fattori. In questa demo, **Approva** sostituisce la richiesta sul telefono.',
  approve: 'Approva',
  cancel: 'Annulla',
  signedOut: 'Hai effettuato la disconnessione',
  signedOutMore: 'Puoi chiudere questa pagina.',
  failed: 'Accesso non riuscito',
  failedMore: 'L’applicazione ha inviato una richiesta non valida. Torna all’applicazione e riprova.',
  noneMatches: 'Nessun account di questa organizzazione può accedere qui.',
  noRoom: 'La demo è al completo',
  tooManyFromHere: 'Di recente dalla tua rete sono state avviate diverse demo.',
  allInUse: 'Tutte le demo sono in uso.',
  tryAgainIn: (minutes) => (minutes === 1 ? 'Riprova tra 1 minuto.' : `Riprova tra ${minutes} minuti.`),
  permissionsRequested: 'Autorizzazioni richieste',
  wantsTo: (application) => `${application} chiede di poter:`,
  permissions: { [azureServiceManagement]: 'Accedere a Gestione dei servizi di Azure per tuo conto' },
  basicProfile: 'Consentirti l’accesso e leggere il tuo profilo di base',
  consentForAll: 'Dai il consenso per conto dell’organizzazione',
  accept: 'Accetta',
  needAdminApproval: 'È necessaria l’approvazione dell’amministratore',
  onlyAdminsMay: (application) =>
    `${application} richiede autorizzazioni che solo un amministratore può concedere. Chiedi a un amministratore di concederle, quindi torna qui.`,
  returnToApp: 'Torna all’applicazione',
}

/**
 * Italian if the application (`ui_locales`) or else the browser (`Accept-Language`) asks for it first; else English.
 */
export function pageTexts(uiLocales: string | undefined, acceptLanguage: string | undefined): PageTexts {
  const asked = [
    ...(uiLocales ?? '').split(/[\s,]+/),
    ...(acceptLanguage ?? '').split(',').map((item) => item.split(';')[0]?.trim() ?? ''),
  ]
  for (const language of asked) {
    if (/^it\b/i.test(language)) return it
    if (/^en\b/i.test(language)) return en
  }
  return en
}

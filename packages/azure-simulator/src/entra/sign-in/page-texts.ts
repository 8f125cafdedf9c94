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
  verifyWhy: (name: string) => string
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
  chooseAccount: 'Choose whom to be',
  demonstration: 'This is a demonstration sign-in.',
  demonstrationMore:
    'Contoso and its people are invented, and no password is asked for. Nothing here reaches Microsoft Entra ID or Azure.',
  signedInHere: 'signed in',
  verify: 'Verify it’s you',
  verifyWhy: (name) =>
    `What ${name} is about to do changes resources, and the organization asks for a second factor first. In this demonstration, approving stands for the request on your phone.`,
  approve: 'Approve',
  cancel: 'Cancel',
  signedOut: 'You are signed out',
  signedOutMore: 'You may close this page.',
  failed: 'Sign-in did not work',
  failedMore:
    'The application that sent you here asked for something that cannot be given. Go back to it and start again.',
  noneMatches: 'Nobody of this organization can sign in here.',
  noRoom: 'No room in the demonstration',
  tooManyFromHere: 'Several demonstrations were started from your network a short while ago.',
  allInUse: 'Every demonstration is in use.',
  tryAgainIn: (minutes) => (minutes === 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`),
  permissionsRequested: 'Permissions requested',
  wantsTo: (application) => `${application} would like to:`,
  permissions: { [azureServiceManagement]: 'Access Azure Service Management as you' },
  basicProfile: 'Sign you in and read your basic profile',
  consentForAll: 'Consent on behalf of your organization',
  accept: 'Accept',
  needAdminApproval: 'Need admin approval',
  onlyAdminsMay: (application) =>
    `${application} needs permissions in your organization that only an administrator can grant. Ask one to grant them, then come back.`,
  returnToApp: 'Return to the application',
}

const it: PageTexts = {
  language: 'it',
  organization: 'Contoso',
  signIn: 'Accedi',
  chooseAccount: 'Scegli chi essere',
  demonstration: 'Questo è un accesso dimostrativo.',
  demonstrationMore:
    'Contoso e le sue persone sono inventate e non serve alcuna password. Niente di quanto accade qui raggiunge Microsoft Entra ID o Azure.',
  signedInHere: 'accesso già effettuato',
  verify: 'Conferma la tua identità',
  verifyWhy: (name) =>
    `L’operazione che ${name} sta per eseguire modifica delle risorse e l’organizzazione chiede prima un secondo fattore. In questa dimostrazione, approvare sta per la richiesta sul telefono.`,
  approve: 'Approva',
  cancel: 'Annulla',
  signedOut: 'Accesso terminato',
  signedOutMore: 'Puoi chiudere questa pagina.',
  failed: 'Accesso non riuscito',
  failedMore:
    'L’applicazione da cui arrivi ha chiesto qualcosa che non si può dare. Torna all’applicazione e ricomincia.',
  noneMatches: 'Nessuna persona di questa organizzazione può accedere qui.',
  noRoom: 'Nessun posto libero nella dimostrazione',
  tooManyFromHere: 'Dalla tua rete sono state avviate poco fa diverse dimostrazioni.',
  allInUse: 'Tutte le dimostrazioni sono in uso.',
  tryAgainIn: (minutes) => (minutes === 1 ? 'Riprova tra un minuto.' : `Riprova tra ${minutes} minuti.`),
  permissionsRequested: 'Autorizzazioni richieste',
  wantsTo: (application) => `${application} chiede di poter:`,
  permissions: { [azureServiceManagement]: 'Accedere a Gestione dei servizi di Azure per tuo conto' },
  basicProfile: 'Consentirti l’accesso e leggere il tuo profilo di base',
  consentForAll: 'Dai il consenso per conto dell’organizzazione',
  accept: 'Accetta',
  needAdminApproval: 'Serve l’approvazione di un amministratore',
  onlyAdminsMay: (application) =>
    `${application} chiede autorizzazioni che solo un amministratore dell’organizzazione può concedere. Chiedi a un amministratore di concederle, poi torna qui.`,
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

import {
  type ActionPurpose,
  type MultifactorAuthentication,
  type Permission,
  type RegistrableName,
  type RegistrationState,
  connectionCheckTextsEn,
} from '@portal/portal-api'
import { catalogue } from '../../../i18n/catalogue.ts'
import { connectionCheckTextsIt } from './connection-check-texts.it.ts'

/** The texts of Check my access. */
export const accessEn = {
  subtitle: 'The connection, registrations, and permissions that encrypted image versions need',
  missing: 'Needs attention',
  missingSteps: 'Steps with problems',
  missingPermissions: 'Missing permissions',
  show: 'Show all checks',
  hide: 'Hide all checks',
  verdict: {
    titles: {
      ready: 'Ready to create encrypted image versions',
      connectionFailed: 'No connection to Azure',
      providerMissing: 'Not ready to create encrypted image versions',
      providerInProgress: 'Registration in progress',
      permissionsMissing: 'Not ready to create encrypted image versions',
      unclear: 'Some prerequisites couldn’t be checked',
    },
    ready: 'The subscription is registered, and your roles allow all required actions.',
    readyWithoutSets: 'You can use existing disk encryption sets. To create or fix them, you need more permissions.',
    connectionFailed: 'Start with the first failed step, because later steps depend on earlier ones.',
    providerMissing: 'The resource provider Microsoft.Compute isn’t registered in this subscription.',
    providerInProgress: 'Azure is registering the resource provider Microsoft.Compute. This can take a few minutes.',
    permissionsMissing: (count: string) =>
      `Missing permissions: ${count}. Send the request below, or choose the gallery that your roles are assigned for.`,
    unclear: 'Azure didn’t report some registrations or roles. You can continue, but Azure might deny a request.',
  },
  registrations: 'Subscription registrations',
  registrationsDescription: 'The current state in Azure. You can leave this page while a registration is in progress.',
  names: {
    'Microsoft.Compute': 'Resource provider Microsoft.Compute',
    SIGEncryption: 'SIGEncryption feature',
    EncryptionAtHost: 'EncryptionAtHost feature',
    ConfidentialVMDataDiskEncryptionPreview: 'ConfidentialVMDataDiskEncryptionPreview feature',
  } satisfies Record<RegistrableName, string> as Record<RegistrableName, string>,
  why: {
    'Microsoft.Compute': 'Required: provides galleries, image versions, and disk encryption sets.',
    SIGEncryption: 'No longer required: customer-managed keys are generally available.',
    EncryptionAtHost: 'Required only for virtual machines with encryption at host.',
    ConfidentialVMDataDiskEncryptionPreview:
      'Preview. Required only to encrypt data disks of confidential images with your own keys.',
  } satisfies Record<RegistrableName, string> as Record<RegistrableName, string>,
  what: 'Name',
  state: 'State',
  states: {
    Registered: 'Registered',
    Registering: 'Registering',
    Pending: 'Waiting for approval',
    NotRegistered: 'Not registered',
    Unregistering: 'Unregistering',
    Unregistered: 'Unregistered',
    NotFound: 'Feature not found',
    Unknown: 'Unknown: no permission to view',
  } satisfies Record<RegistrationState, string> as Record<RegistrationState, string>,
  action: 'Action',
  register: (name: string) => `Register ${name}`,
  nothingToDo: 'None',
  takesMinutes: 'This can take a few minutes.',
  askForIt: 'You don’t have permission to register it. Send the request on this page.',
  registerAbove: 'Register it at the top of this page.',
  allowed: 'Your permissions',
  allowedDescription:
    'What your roles allow, action by action. The list is the portal’s own interpretation of what each operation requires.',
  scope: 'Scope',
  wholeSubscription: 'Entire subscription',
  atGallery: (name: string) => `Gallery ${name}`,
  galleryHint: 'Roles can be assigned for a single gallery. For a gallery, only actions on image versions are shown.',
  purpose: 'Purpose',
  purposes: {
    imageVersions: 'Image versions',
    sources: 'Sources of image versions',
    diskEncryptionSets: 'Choosing disk encryption sets',
    makeDiskEncryptionSets: 'Creating and fixing disk encryption sets',
  } satisfies Record<ActionPurpose, string> as Record<ActionPurpose, string>,
  azureAction: 'Action',
  answer: 'Permission',
  permissions: {
    allowed: 'Allowed',
    forbidden: 'Not allowed',
    unknown: 'Unknown',
  } satisfies Record<Permission, string> as Record<Permission, string>,
  unknownNote: 'Azure didn’t return your roles here, so some permissions are unknown.',
  multifactor: {
    title: 'Multifactor authentication',
    description: 'In the public cloud, Azure requires it from every user who creates, changes, or deletes resources.',
    states: {
      used: 'This sign-in used multifactor authentication.',
      notUsed:
        'This sign-in didn’t use multifactor authentication. If Azure requires it for a change, select Verify. Your entries are kept.',
      unknown:
        'Unknown: your token for Azure doesn’t show it. If Azure requires it for a change, select Verify. Your entries are kept.',
    } satisfies Record<MultifactorAuthentication, string> as Record<MultifactorAuthentication, string>,
  },
  request: {
    title: 'Request for an administrator',
    intro: 'Send this request to your subscription administrator:',
    text: (scope: string, lines: string) =>
      `Request for ${scope}:\n${lines}\nReason: I create encrypted image versions in Azure.`,
    registerProvider:
      '- Register the resource provider Microsoft.Compute:\n  az provider register -n Microsoft.Compute',
    registerFeature: (name: string) =>
      `- Register the feature ${name}:\n  az feature register --namespace Microsoft.Compute --name ${name}`,
    giveAction: (action: string) => `- Assign me a role that includes ${action}`,
  },
  /** The words of steps and findings are those of `npm run doctor` too. */
  connection: {
    title: 'Connection check',
    description: 'Each step between the portal and Azure.',
    checkAgain: 'Check again',
    checking: 'Checking…',
    copy: 'Copy as text',
    allWell: 'Connection: all steps passed.',
    amiss: (failed: string, warnings: string) => `Failed: ${failed}. Warnings: ${warnings}.`,
    notSignedIn: 'You aren’t signed in, so the check stops at your token. Sign in, and then check again.',
    link: 'Step',
    verdict: 'Result',
    seen: 'Details',
    whatToDo: 'Recommended action',
    time: 'Time',
    milliseconds: (ms: string) => `${ms} ms`,
    nothing: 'None',
    mendAbove: 'Fix the failed steps above first.',
    expected: (value: string) => `expected: ${value}`,
    azureTime: 'Azure’s time is for reference. The portal compares Azure’s dates with it.',
    browserClock: 'This computer’s clock',
    reportTitle: (origin: string, time: string) => `Connection check: ${origin}, ${time}`,
    of: connectionCheckTextsEn,
  },
}

export type AccessTexts = typeof accessEn

export const accessIt: AccessTexts = {
  subtitle: 'Connessione, registrazioni e autorizzazioni necessarie per le versioni dell’immagine crittografate',
  missing: 'Da correggere',
  missingSteps: 'Passaggi con problemi',
  missingPermissions: 'Autorizzazioni mancanti',
  show: 'Mostra tutti i controlli',
  hide: 'Nascondi tutti i controlli',
  verdict: {
    titles: {
      ready: 'È possibile creare versioni dell’immagine crittografate',
      connectionFailed: 'Nessuna connessione ad Azure',
      providerMissing: 'Non è ancora possibile creare versioni dell’immagine crittografate',
      providerInProgress: 'Registrazione in corso',
      permissionsMissing: 'Non è ancora possibile creare versioni dell’immagine crittografate',
      unclear: 'Impossibile verificare alcuni prerequisiti',
    },
    ready: 'La sottoscrizione è registrata e i ruoli dell’account consentono tutte le azioni necessarie.',
    readyWithoutSets:
      'È possibile usare i set di crittografia del disco esistenti. Per crearne o correggerli servono altre autorizzazioni.',
    connectionFailed: 'Iniziare dal primo passaggio non riuscito, perché i successivi dipendono dai precedenti.',
    providerMissing: 'Il provider di risorse Microsoft.Compute non è registrato in questa sottoscrizione.',
    providerInProgress:
      'Azure sta registrando il provider di risorse Microsoft.Compute. Possono essere necessari alcuni minuti.',
    permissionsMissing: (count) =>
      `Autorizzazioni mancanti: ${count}. Inviare la richiesta seguente oppure scegliere la raccolta per cui sono assegnati i ruoli.`,
    unclear:
      'Azure non ha indicato alcune registrazioni o alcuni ruoli. È possibile continuare, ma una richiesta potrebbe essere negata.',
  },
  registrations: 'Registrazioni della sottoscrizione',
  registrationsDescription:
    'Lo stato attuale in Azure. È possibile lasciare la pagina mentre una registrazione è in corso.',
  names: {
    'Microsoft.Compute': 'Provider di risorse Microsoft.Compute',
    SIGEncryption: 'Funzionalità SIGEncryption',
    EncryptionAtHost: 'Funzionalità EncryptionAtHost',
    ConfidentialVMDataDiskEncryptionPreview: 'Funzionalità ConfidentialVMDataDiskEncryptionPreview',
  },
  why: {
    'Microsoft.Compute': 'Necessario: fornisce raccolte, versioni dell’immagine e set di crittografia del disco.',
    SIGEncryption: 'Non più necessaria: le chiavi gestite dal cliente sono disponibili a livello generale.',
    EncryptionAtHost: 'Necessaria solo per le macchine virtuali con crittografia nell’host.',
    ConfidentialVMDataDiskEncryptionPreview:
      'Anteprima. Necessaria solo per crittografare con le proprie chiavi i dischi dati delle immagini riservate.',
  },
  what: 'Nome',
  state: 'Stato',
  states: {
    Registered: 'Registrato',
    Registering: 'Registrazione in corso',
    Pending: 'In attesa di approvazione',
    NotRegistered: 'Non registrato',
    Unregistering: 'Annullamento della registrazione in corso',
    Unregistered: 'Registrazione annullata',
    NotFound: 'Funzionalità non trovata',
    Unknown: 'Sconosciuto: autorizzazione mancante',
  },
  action: 'Azione',
  register: (name) => `Registra ${name}`,
  nothingToDo: 'Nessuna',
  takesMinutes: 'Possono essere necessari alcuni minuti.',
  askForIt: 'Autorizzazione mancante per la registrazione. Inviare la richiesta riportata in questa pagina.',
  registerAbove: 'Registrarlo nella parte superiore della pagina.',
  allowed: 'Autorizzazioni',
  allowedDescription:
    'Azioni consentite dai ruoli assegnati. L’elenco delle azioni necessarie per ogni operazione è un’interpretazione del portale.',
  scope: 'Ambito',
  wholeSubscription: 'Intera sottoscrizione',
  atGallery: (name) => `Raccolta ${name}`,
  galleryHint:
    'I ruoli possono essere assegnati per una singola raccolta. Per una raccolta vengono visualizzate solo le azioni sulle versioni dell’immagine.',
  purpose: 'Finalità',
  purposes: {
    imageVersions: 'Versioni dell’immagine',
    sources: 'Origini delle versioni dell’immagine',
    diskEncryptionSets: 'Scelta dei set di crittografia del disco',
    makeDiskEncryptionSets: 'Creazione e correzione dei set di crittografia del disco',
  },
  azureAction: 'Azione',
  answer: 'Autorizzazione',
  permissions: { allowed: 'Consentita', forbidden: 'Non consentita', unknown: 'Sconosciuta' },
  unknownNote: 'Azure non ha restituito i ruoli dell’account, quindi alcune autorizzazioni sono sconosciute.',
  multifactor: {
    title: 'Autenticazione a più fattori',
    description: 'Nel cloud pubblico, Azure la richiede a ogni utente che crea, modifica o elimina risorse.',
    states: {
      used: 'Questo accesso è stato eseguito con l’autenticazione a più fattori.',
      notUsed:
        'Questo accesso è stato eseguito senza l’autenticazione a più fattori. Se Azure la richiede per una modifica, selezionare Verifica. I dati immessi vengono conservati.',
      unknown:
        'Sconosciuto: il token per Azure non lo indica. Se Azure la richiede per una modifica, selezionare Verifica. I dati immessi vengono conservati.',
    },
  },
  request: {
    title: 'Richiesta per un amministratore',
    intro: 'Inviare questa richiesta all’amministratore della sottoscrizione:',
    text: (scope, lines) =>
      `Richiesta per ${scope}:\n${lines}\nMotivo: Creare versioni dell’immagine crittografate in Azure`,
    registerProvider:
      '- Registrare il provider di risorse Microsoft.Compute:\n  az provider register -n Microsoft.Compute',
    registerFeature: (name) =>
      `- Registrare la funzionalità ${name}:\n  az feature register --namespace Microsoft.Compute --name ${name}`,
    giveAction: (action) => `- Assegnarmi un ruolo che includa ${action}`,
  },
  connection: {
    title: 'Controllo della connessione',
    description: 'Ogni passaggio tra il portale e Azure.',
    checkAgain: 'Controlla di nuovo',
    checking: 'Controllo in corso…',
    copy: 'Copia come testo',
    allWell: 'Connessione: tutti i passaggi sono riusciti.',
    amiss: (failed, warnings) => `Non riusciti: ${failed}. Avvisi: ${warnings}.`,
    notSignedIn:
      'L’accesso non è stato eseguito, quindi il controllo si ferma al token. Accedere e controllare di nuovo.',
    link: 'Passaggio',
    verdict: 'Esito',
    seen: 'Dettagli',
    whatToDo: 'Azione consigliata',
    time: 'Durata',
    milliseconds: (ms) => `${ms} ms`,
    nothing: 'Nessuna',
    mendAbove: 'Correggere prima i passaggi non riusciti.',
    expected: (value) => `previsto: ${value}`,
    azureTime: 'L’ora di Azure è riportata come riferimento. Il portale la confronta con le date di Azure.',
    browserClock: 'Orologio di questo computer',
    reportTitle: (origin, time) => `Controllo della connessione: ${origin}, ${time}`,
    of: {
      verdicts: { ok: 'OK', warning: 'Avviso', failed: 'Non riuscito', notReached: 'Non eseguito' },
      links: {
        metadata: 'Metadati di Microsoft Entra ID',
        signingKeys: 'Chiavi di firma',
        userToken: 'Token dell’utente per il portale',
        apiCredential: 'Credenziale dell’API',
        onBehalfOf: 'On-Behalf-Of',
        resourceManager: 'Azure Resource Manager',
        resourceProvider: 'Provider di risorse',
        clock: 'Orologio del server',
      },
      findings: connectionCheckTextsIt,
    },
  },
}

/** The texts of Check my access in the language shown. */
export const useAccessTexts = catalogue({ en: accessEn, it: accessIt })

import type { PrerequisiteTexts } from './prerequisites.en.ts'

export const prerequisitesIt: PrerequisiteTexts = {
  title: 'Prerequisiti',
  subtitle: 'Ciò che serve a una sottoscrizione e all’account per creare versioni dell’immagine crittografate',
  registrations: 'Registrazioni nella sottoscrizione',
  registrationsDescription: 'Come risultano ora ad Azure. Una registrazione prosegue anche lasciando questa pagina.',
  names: {
    'Microsoft.Compute': 'Provider di risorse Microsoft.Compute',
    SIGEncryption: 'Funzionalità SIGEncryption',
    EncryptionAtHost: 'Funzionalità EncryptionAtHost',
    ConfidentialVMDataDiskEncryptionPreview: 'Funzionalità ConfidentialVMDataDiskEncryptionPreview',
  },
  why: {
    'Microsoft.Compute':
      'Necessario: raccolte, versioni dell’immagine e set di crittografia del disco sono sue risorse.',
    SIGEncryption:
      'Storica: serviva in anteprima per le chiavi gestite dal cliente nelle versioni dell’immagine. Ora sono disponibili a livello generale e la funzionalità, registrata o no, non impedisce nulla.',
    EncryptionAtHost: 'Necessaria solo per le macchine virtuali con crittografia a livello di host.',
    ConfidentialVMDataDiskEncryptionPreview:
      'Anteprima. Necessaria solo per crittografare con le proprie chiavi i dischi dati delle immagini riservate.',
  },
  what: 'Che cosa',
  state: 'Stato',
  states: {
    Registered: 'Registrato',
    Registering: 'In registrazione',
    Pending: 'In attesa di approvazione',
    NotRegistered: 'Non registrato',
    Unregistering: 'In annullamento',
    Unregistered: 'Registrazione annullata',
    NotFound: 'Azure non conosce questa funzionalità',
    Unknown: 'Sconosciuto: lettura non consentita',
  },
  action: 'Che cosa fare',
  register: (name) => `Registra ${name}`,
  nothingToDo: 'Nulla',
  takesMinutes: 'Azure impiega alcuni minuti.',
  askForIt: 'Non è possibile registrarlo con questo account. La richiesta qui sotto lo indica.',
  allowed: 'Che cosa è consentito',
  allowedDescription:
    'Ciò che consentono i ruoli, azione per azione. L’elenco è l’interpretazione del portale di ciò che le operazioni richiedono: Microsoft non ne ha uno.',
  scope: 'Ambito',
  wholeSubscription: 'Tutta la sottoscrizione',
  atGallery: (name) => `Raccolta ${name}`,
  galleryHint:
    'I ruoli possono essere assegnati per una sola raccolta. In questo caso viene mostrato solo ciò che riguarda le versioni dell’immagine.',
  purpose: 'Per',
  purposes: {
    imageVersions: 'Versioni dell’immagine',
    sources: 'Origini delle versioni dell’immagine',
    diskEncryptionSets: 'Scelta dei set di crittografia del disco',
    makeDiskEncryptionSets: 'Creazione e correzione dei set di crittografia del disco',
  },
  azureAction: 'Azione',
  answer: 'Ruoli dell’account',
  permissions: { allowed: 'Consentito', forbidden: 'Non consentito', unknown: 'Sconosciuto' },
  unknownNote: 'Qui Azure non comunica i ruoli dell’account, quindi il portale non fa supposizioni.',
  request: {
    title: 'Chiedere a un amministratore',
    intro: 'Inviare questa richiesta a chi amministra la sottoscrizione:',
    text: (scope, lines) => `Creo versioni dell’immagine crittografate in Azure. Per favore, in ${scope}:\n${lines}`,
    registerProvider:
      '- registrare il provider di risorse Microsoft.Compute:\n  az provider register -n Microsoft.Compute',
    registerFeature: (name) =>
      `- registrare la funzionalità ${name}:\n  az feature register --namespace Microsoft.Compute --name ${name}`,
    giveAction: (action) => `- assegnarmi un ruolo con l’azione ${action}`,
    copy: 'Copia la richiesta',
  },
}

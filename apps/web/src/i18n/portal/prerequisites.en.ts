import type { ActionPurpose, Permission, RegistrableName, RegistrationState } from '@portal/portal-api'

/** The texts of the page of prerequisites. */
export const prerequisitesEn = {
  title: 'Prerequisites',
  subtitle: 'What a subscription and your account need before encrypted image versions can be made',
  registrations: 'Registered in the subscription',
  registrationsDescription: 'As Azure has it now. A registration goes on when you leave this page.',
  names: {
    'Microsoft.Compute': 'Resource provider Microsoft.Compute',
    SIGEncryption: 'Feature SIGEncryption',
    EncryptionAtHost: 'Feature EncryptionAtHost',
    ConfidentialVMDataDiskEncryptionPreview: 'Feature ConfidentialVMDataDiskEncryptionPreview',
  } satisfies Record<RegistrableName, string> as Record<RegistrableName, string>,
  why: {
    'Microsoft.Compute': 'Needed: galleries, image versions and disk encryption sets are its resources.',
    SIGEncryption:
      'Historic: customer-managed keys in image versions needed it as a preview. They are generally available now, and the feature holds nothing back, registered or not.',
    EncryptionAtHost: 'Needed only for virtual machines with encryption at host.',
    ConfidentialVMDataDiskEncryptionPreview:
      'Preview. Needed only to encrypt data disks of confidential images with your own keys.',
  } satisfies Record<RegistrableName, string> as Record<RegistrableName, string>,
  what: 'What',
  state: 'State',
  states: {
    Registered: 'Registered',
    Registering: 'Registering',
    Pending: 'Waiting for approval',
    NotRegistered: 'Not registered',
    Unregistering: 'Unregistering',
    Unregistered: 'Unregistered',
    NotFound: 'Azure knows no such feature',
    Unknown: 'Unknown: you may not read it',
  } satisfies Record<RegistrationState, string> as Record<RegistrationState, string>,
  action: 'What to do',
  register: (name: string) => `Register ${name}`,
  nothingToDo: 'Nothing',
  takesMinutes: 'Azure needs some minutes.',
  askForIt: 'You may not register it. The request below names it.',
  allowed: 'What you may do',
  allowedDescription:
    'What your roles allow, action by action. The list is the portal’s own reading of what the operations ask for: Microsoft has no such list.',
  scope: 'Where',
  wholeSubscription: 'The whole subscription',
  atGallery: (name: string) => `Gallery ${name}`,
  galleryHint: 'Roles may be given for one gallery alone. There, only what concerns image versions is shown.',
  purpose: 'For',
  purposes: {
    imageVersions: 'Image versions',
    sources: 'Sources of image versions',
    diskEncryptionSets: 'Choosing disk encryption sets',
    makeDiskEncryptionSets: 'Making and repairing disk encryption sets',
  } satisfies Record<ActionPurpose, string> as Record<ActionPurpose, string>,
  azureAction: 'Action',
  answer: 'Your roles',
  permissions: {
    allowed: 'Allowed',
    forbidden: 'Not allowed',
    unknown: 'Unknown',
  } satisfies Record<Permission, string> as Record<Permission, string>,
  unknownNote: 'Azure does not tell you your roles here, so the portal does not guess.',
  request: {
    title: 'Ask an administrator',
    intro: 'Send this request to whoever administers the subscription:',
    text: (scope: string, lines: string) =>
      `I make encrypted image versions in Azure. Please help me at ${scope}:\n${lines}`,
    registerProvider:
      '- register the resource provider Microsoft.Compute:\n  az provider register -n Microsoft.Compute',
    registerFeature: (name: string) =>
      `- register the feature ${name}:\n  az feature register --namespace Microsoft.Compute --name ${name}`,
    giveAction: (action: string) => `- give me a role with the action ${action}`,
    copy: 'Copy the request',
  },
}

export type PrerequisiteTexts = typeof prerequisitesEn

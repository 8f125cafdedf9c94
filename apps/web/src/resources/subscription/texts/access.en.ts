import {
  connectionTextsEn,
  type ActionPurpose,
  type MultifactorAuthentication,
  type Permission,
  type RegistrableName,
  type RegistrationState,
} from '@portal/portal-api'

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
    of: connectionTextsEn,
  },
}

export type AccessTexts = typeof accessEn

import type { AzureService, ProblemCode } from '@portal/portal-api'

/** What can go wrong on the browser's side of the wire. */
export const clientProblemCodes = [
  'PortalUnreachable',
  'ReplyUnreadable',
  'SignInNeeded',
  'TokenUnavailable',
  /** the demonstration alone, in the words of its Azure */
  'SandboxSetAside',
  'Unexpected',
] as const
export type ClientProblemCode = (typeof clientProblemCodes)[number]

/** `title` says what happened, `advice` what to do. */
export type ProblemTexts = Record<ProblemCode | ClientProblemCode, { title: string; advice: string }>

export interface AzureServiceTexts {
  names: Record<AzureService, string>
  /** instead of a problem's title, where the service is known */
  notResponding: (name: string) => string
}

export const azureServicesEn: AzureServiceTexts = {
  names: {
    ResourceGraph: 'Azure Resource Graph',
    KeyVault: 'Azure Key Vault',
    Compute: 'Azure Compute',
    Network: 'Azure Virtual Network',
    Storage: 'Azure Storage',
    Authorization: 'Azure RBAC',
    ResourceManager: 'Azure Resource Manager',
    EntraId: 'Microsoft Entra ID',
  },
  notResponding: (name) => `${name} isn’t responding`,
}

export const problemsEn: ProblemTexts = {
  PlanRejected: {
    title: 'Image version not created',
    advice: 'Fix the marked fields.',
  },
  InvalidRequest: {
    title: 'The portal couldn’t process this request',
    advice: 'Reload the page to get the latest version of the portal. If you followed a link, ask for it again.',
  },
  SignInRequired: {
    title: 'Your sign-in is no longer valid',
    advice: 'Sign in again. Your entries are kept.',
  },
  EveryoneSignedOut: {
    title: 'Your portal administrator signed everyone out',
    advice: 'Sign in again. Your entries are kept.',
  },
  ClaimsChallenge: {
    title: 'Azure or your organization requires you to verify your identity',
    advice: 'Verify to continue. Your entries are kept.',
  },
  DirectoryNotAllowed: {
    title: 'This portal isn’t available for your directory',
    advice: 'Sign in to a directory where you’re a guest, or ask your portal administrator for access.',
  },
  UserBlocked: {
    title: 'Your access to this portal is blocked',
    advice: 'Nothing was sent to Azure. Contact your portal administrator.',
  },
  PortalReadOnly: {
    title: 'The portal is temporarily read-only',
    advice: 'Nothing was sent to Azure. Try again when your portal administrator allows changes.',
  },
  ChangesNotRecorded: {
    title: 'The portal can’t record changes right now',
    advice: 'Nothing was sent to Azure. Try again later, or contact your portal administrator.',
  },
  OtherDirectory: {
    title: 'This resource is in another directory',
    advice: 'Switch to that directory in the account menu.',
  },
  ConsentRequired: {
    title: 'The portal needs admin consent in this tenant',
    advice: 'Ask an administrator to grant it, and then sign in again.',
  },
  ResourceExists: {
    title: 'A resource with this name already exists',
    advice: 'Nothing was changed. Enter another name, or use the existing resource.',
  },
  RefusedByAzure: {
    title: 'Azure rejected the request',
    advice: 'See the message under Details, fix the cause, and then try again.',
  },
  ForbiddenByAzure: {
    title: 'You don’t have permission for this in Azure',
    advice: 'Ask a resource owner for the role under Details, and then wait a few minutes.',
  },
  NotFoundInAzure: {
    title: 'Resource not found, or you don’t have permission to view it',
    advice: 'Check that it still exists, and that you’re using the right account and directory.',
  },
  DiskEncryptionSetInUse: {
    title: 'The disk encryption set is in use',
    advice: 'Nothing was deleted. The set’s page shows what uses it.',
  },
  ImageVersionExists: {
    title: 'An image version with this number but different content exists',
    advice: 'It wasn’t changed. Enter another version number, or open the existing version.',
  },
  ImageVersionChanged: {
    title: 'Someone else changed this version',
    advice: 'Nothing was sent. Review their changes, and then try again.',
  },
  StatementRefused: {
    title: 'This can’t be continued',
    advice:
      'Its content in Azure was changed after it was started, or belongs to another resource group. Start it again.',
  },
  CampaignChanged: {
    title: 'The run isn’t what you confirmed',
    advice: 'Nothing was sent to Azure. Check its sets and keys, and continue if they’re right.',
  },
  SecondPersonRequired: {
    title: 'Someone else has to delete these versions',
    advice:
      'Nothing was deleted. Ask someone who didn’t start or change this run, with permission to read Azure’s activity log.',
  },
  SuccessorNotProven: {
    title: 'The new version isn’t verified yet',
    advice:
      'The old version wasn’t changed. Wait until every region has its replicas with the encryption you requested.',
  },
  ResourceBusy: {
    title: 'Another operation is in progress on this resource',
    advice: 'Wait for it to finish, and then try again.',
  },
  ThrottledByAzure: {
    title: 'Azure is limiting requests',
    advice: 'Wait a moment, and then try again.',
  },
  AzureUnavailable: {
    title: 'Azure didn’t respond',
    advice: 'Nothing was changed. Try again in a moment, or check Azure status for outages.',
  },
  ServiceNotAnswering: {
    title: 'An Azure service isn’t responding',
    advice: 'Nothing was sent to it. Everything that doesn’t need it still works.',
  },
  OutcomeUnknown: {
    title: 'Azure didn’t confirm the result',
    advice: 'The image version might exist. Check the versions of the image definition before you try again.',
  },
  SignInServiceUnavailable: {
    title: 'Microsoft Entra ID didn’t respond',
    advice: 'Try again in a moment. Your entries are kept.',
  },
  NotFound: {
    title: 'Page not found',
    advice: 'Check the address, or start from Galleries.',
  },
  MethodNotAllowed: {
    title: 'The portal doesn’t support this operation',
    advice: 'Reload the page to get the latest version of the portal.',
  },
  UnsupportedMediaType: {
    title: 'The portal doesn’t support this request format',
    advice: 'Reload the page to get the latest version of the portal.',
  },
  RequestTimeout: {
    title: 'The request didn’t arrive in time',
    advice: 'Nothing was changed. Check your connection, and then try again.',
  },
  PayloadTooLarge: {
    title: 'The request is too large',
    advice: 'Use fewer target regions or shorter tags, and then try again.',
  },
  AddressTooLong: {
    title: 'The address is too long',
    advice: 'Start from Galleries.',
  },
  CrossSiteRequest: {
    title: 'The request came from another site',
    advice: 'Nothing was changed. Open the portal at its own address, and then try again.',
  },
  PortalBusy: {
    title: 'The portal is busy',
    advice: 'Nothing was started. Wait a moment, and then try again.',
  },
  TooManyRequests: {
    title: 'Too many requests in a short time',
    advice: 'Wait a moment, and then try again.',
  },
  InternalError: {
    title: 'Something went wrong in the portal',
    advice: 'Try again. If the problem continues, give the correlation ID to your portal administrator.',
  },
  PortalUnreachable: {
    title: 'The portal didn’t respond',
    advice: 'Check your connection, and then try again. Your entries are kept.',
  },
  ReplyUnreadable: {
    title: 'Couldn’t read the response',
    advice: 'Reload the page to get the latest version of the portal. If the problem continues, check your proxy.',
  },
  SignInNeeded: {
    title: 'Your session has expired',
    advice: 'Sign in again. Your entries are kept.',
  },
  TokenUnavailable: {
    title: 'Microsoft Entra ID didn’t issue an access token',
    advice: 'Check your connection, and then try again. If the problem continues, sign out and sign in again.',
  },
  SandboxSetAside: {
    title: 'Your simulated Azure environment stopped responding',
    advice: 'One of your requests caused this. To continue, select Reset in the demo bar.',
  },
  Unexpected: {
    title: 'Something went wrong on this page',
    advice: 'Reload the page. Your entries are kept.',
  },
}

import type { ProblemCode } from '@portal/portal-api'

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

export const problemsEn: ProblemTexts = {
  PlanRejected: {
    title: 'The image version was not created: the plan has problems',
    advice: 'Nothing was sent to Azure. Correct the fields marked on the tabs, then create it again.',
  },
  InvalidRequest: {
    title: 'The portal did not understand this request',
    advice:
      'Reload the page; a newer release of the portal may be there. If the link came from someone else, it may be incomplete.',
  },
  SignInRequired: {
    title: 'Your sign-in is no longer accepted',
    advice: 'Sign in again. What you entered is kept.',
  },
  ClaimsChallenge: {
    title: 'Your organization asks you to verify who you are',
    advice: 'Verify to continue. What you entered is kept.',
  },
  DirectoryNotAllowed: {
    title: 'This portal does not serve your directory',
    advice:
      'If you are a guest in a directory that it serves, sign in there. Otherwise ask those who run the portal to serve yours too.',
  },
  UserBlocked: {
    title: 'Your access to this portal is blocked',
    advice: 'Nothing was sent to Azure. Ask your portal administrator.',
  },
  PortalReadOnly: {
    title: 'The portal is read-only for now',
    advice: 'Nothing was sent to Azure. Try again when your portal administrator allows changes.',
  },
  OtherDirectory: {
    title: 'This is in another directory',
    advice: 'Switch to the directory that has it, in the menu of your account.',
  },
  ConsentRequired: {
    title: 'The portal may not act for you in this tenant yet',
    advice: 'Ask an administrator of your tenant to grant consent to the portal’s application, then sign in again.',
  },
  ResourceExists: {
    title: 'Another resource has this name',
    advice: 'Nothing was changed. Choose another name, or use the one that is there.',
  },
  RefusedByAzure: {
    title: 'Azure refused the request',
    advice: 'Azure’s own explanation is under Details. Correct what it names, then try again.',
  },
  ForbiddenByAzure: {
    title: 'You do not have permission for this in Azure',
    advice: 'Ask an owner of the resource for the role named under Details. It may take a few minutes to take effect.',
  },
  NotFoundInAzure: {
    title: 'Azure does not have this resource, or you may not see it',
    advice:
      'It may have been deleted or moved. If you expect to see it, check the account and tenant you are signed in with.',
  },
  DiskEncryptionSetInUse: {
    title: 'The disk encryption set is in use',
    advice: 'Nothing was deleted. The page of the set lists what still uses it.',
  },
  ImageVersionExists: {
    title: 'An image version of this name exists already, with other contents',
    advice: 'It was left as it is. Choose another version number, or open the existing version.',
  },
  ImageVersionChanged: {
    title: 'Somebody has changed this version in the meantime',
    advice: 'Nothing was sent. Look at what has changed, then decide again.',
  },
  ResourceBusy: {
    title: 'Azure is still at work on this resource',
    advice: 'It takes no other change until it is done. Wait for it to finish, then try again.',
  },
  ThrottledByAzure: {
    title: 'Azure takes no more requests for now',
    advice: 'Wait a moment, then try again.',
  },
  AzureUnavailable: {
    title: 'Azure did not answer',
    advice: 'Nothing was changed. Try again in a moment; Azure status shows known outages.',
  },
  OutcomeUnknown: {
    title: 'Azure gave no clear answer',
    advice:
      'The image version may or may not have been created. Look at the versions of the image definition before you send it again.',
  },
  SignInServiceUnavailable: {
    title: 'Microsoft Entra ID did not answer',
    advice: 'Try again in a moment. What you entered is kept.',
  },
  NotFound: {
    title: 'There is nothing at this address',
    advice: 'Check the address, or start from the galleries.',
  },
  MethodNotAllowed: {
    title: 'The portal does not offer this operation',
    advice: 'Reload the page; a newer release of the portal may be there.',
  },
  UnsupportedMediaType: {
    title: 'The portal did not understand the form of this request',
    advice: 'Reload the page; a newer release of the portal may be there.',
  },
  PayloadTooLarge: {
    title: 'This request is larger than the portal takes',
    advice: 'Use fewer target regions or shorter tags, then try again.',
  },
  AddressTooLong: {
    title: 'This address is longer than the portal takes',
    advice: 'Start from the galleries.',
  },
  CrossSiteRequest: {
    title: 'Another site sent this request',
    advice: 'Nothing was changed. Open the portal at its own address, then try again.',
  },
  PortalBusy: {
    title: 'The portal has too much to do right now',
    advice: 'Nothing was begun. Wait a moment, then try again.',
  },
  TooManyRequests: {
    title: 'Too many requests came from you in a short time',
    advice: 'Wait a moment, then try again.',
  },
  InternalError: {
    title: 'Something went wrong in the portal',
    advice: 'Try again. If it happens again, give the correlation ID to those who run the portal.',
  },
  PortalUnreachable: {
    title: 'The portal did not answer',
    advice: 'Check your connection, then try again. What you entered is kept.',
  },
  ReplyUnreadable: {
    title: 'The answer could not be read',
    advice:
      'Reload the page; a newer release of the portal may be there. A proxy in between may also have changed the answer.',
  },
  SignInNeeded: {
    title: 'Your sign-in has ended',
    advice: 'Sign in again. What you entered is kept.',
  },
  TokenUnavailable: {
    title: 'Microsoft Entra ID gave no access token',
    advice: 'Check your connection, then try again. If it happens again, sign out and in.',
  },
  SandboxSetAside: {
    title: 'Your simulated Azure was set aside',
    advice: 'A request of yours stopped it from answering. Select Reset in the demo bar to continue.',
  },
  Unexpected: {
    title: 'Something unexpected happened on this page',
    advice: 'Reload the page. What you entered is kept.',
  },
}

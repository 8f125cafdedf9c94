import { issue } from '@portal/image-version'
import { decodedError } from '@portal/version-rules'
import * as z from 'zod/mini'

/** Every code of a problem. The portal has a text for each, in each language. */
export const problemCode = z.enum([
  /** the plan violates the rules: `issues` says where */
  'PlanRejected',
  /** the request does not have the endpoint's format */
  'InvalidRequest',
  /** no token, or not one for this portal */
  'SignInRequired',
  /** an operator has ended every sign-in up to some time: users sign in again */
  'EveryoneSignedOut',
  /** Entra ID or Azure requires more (a second factor, for example): the response's WWW-Authenticate has the claims */
  'ClaimsChallenge',
  /** the portal does not serve the directory that the user is signed in to */
  'DirectoryNotAllowed',
  /** an operator has blocked this user or their tenant */
  'UserBlocked',
  /** an operator has set the portal to read-only: nothing was sent */
  'PortalReadOnly',
  /** the audit log can't be written: nothing was sent */
  'ChangesNotRecorded',
  /** the resource is in another directory than the one in which the user is signed in: `tenantId`, if Azure names it */
  'OtherDirectory',
  /** the portal's API application lacks consent in this tenant */
  'ConsentRequired',
  /** Azure refused: `azure` has its own words */
  'RefusedByAzure',
  /** Azure says the user has no permission */
  'ForbiddenByAzure',
  /** Azure has no such resource (or the user has no permission to see it) */
  'NotFoundInAzure',
  /** a version with the same name and other contents exists */
  'ImageVersionExists',
  /** a different resource with this name exists, which a write would change */
  'ResourceExists',
  /** the version has changed since the change was made: nothing was sent */
  'ImageVersionChanged',
  /** the new version of a campaign does not have the encryption that was asked for yet: nothing was sent */
  'SuccessorNotProven',
  /** what states a campaign in Azure is not what its ID says, or malformed: nothing of it is carried out */
  'StatementRefused',
  /** the campaign, or the key behind one of its sets, is not what the user confirmed: nothing was sent */
  'CampaignChanged',
  /** only a second person may delete what was replaced: this user is not one, or Azure has no record of the first */
  'SecondPersonRequired',
  /** Azure is still changing the resource and accepts no other change */
  'ResourceBusy',
  /** the set still encrypts something, or an image version names it */
  'DiskEncryptionSetInUse',
  /** Azure is limiting requests: `retryAt` */
  'ThrottledByAzure',
  /** Azure did not answer, or not in its own form: `service`, if it is known; for a read: nothing changed */
  'AzureUnavailable',
  /** `service` answers nobody for now, or gave no place in time: nothing was sent to it */
  'ServiceNotAnswering',
  /** a write got no clear answer and Azure does not show its outcome yet: look before sending again */
  'OutcomeUnknown',
  /** Entra ID did not answer */
  'SignInServiceUnavailable',
  /** the portal itself is busy: nothing was started */
  'PortalBusy',
  /** a write that no page of the portal has sent */
  'CrossSiteRequest',
  'NotFound',
  'MethodNotAllowed',
  'UnsupportedMediaType',
  /** the body of a write did not arrive in time: nothing was started */
  'RequestTimeout',
  'PayloadTooLarge',
  'AddressTooLong',
  'TooManyRequests',
  'InternalError',
])
export type ProblemCode = z.infer<typeof problemCode>

/**
 * The services that the portal calls, each of which can fail alone: Azure's providers behind Azure Resource Manager,
 * which are called for the user, and Microsoft Entra ID.
 */
export const azureService = z.enum([
  'ResourceGraph',
  'KeyVault',
  'Compute',
  'Network',
  'Storage',
  'Authorization',
  /** deployments, resource groups, subscriptions, and every provider that has no name here */
  'ResourceManager',
  'EntraId',
])
export type AzureService = z.infer<typeof azureService>

/** Asked against stored, for a version that exists already: one line a difference. */
export const difference = z.strictObject({
  /** the field in Azure's words, for example `publishingProfile.targetRegions.westus.regionalReplicaCount` */
  field: z.string(),
  asked: z.string(),
  stored: z.string(),
})
export type Difference = z.infer<typeof difference>

/** The body of every error reply, `application/problem+json` (RFC 9457). */
export const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number(),
  code: problemCode,
  /** for the log and for support: also ARM's x-ms-correlation-request-id of the sent requests */
  correlationId: z.string(),
  issues: z.optional(z.array(issue)),
  differences: z.optional(z.array(difference)),
  /** Azure's own error, in its own words */
  azure: z.optional(z.strictObject({ code: z.string(), message: z.string(), target: z.optional(z.string()) })),
  /** the meaning of Azure's error for the plan, and its path */
  decoded: z.optional(z.array(decodedError)),
  /** of the directory that has the resource */
  tenantId: z.optional(z.string()),
  service: z.optional(azureService),
  /** ISO 8601: not before then */
  retryAt: z.optional(z.string()),
})
export type Problem = z.infer<typeof problem>

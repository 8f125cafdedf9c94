import { repair, type Repair } from '@portal/disk-encryption'
import { type IssueCode, issueParams, type IssueParams, type IssuePath } from '@portal/image-version'
import * as z from 'zod/mini'

/**
 * ARM's errors that are not issues of a plan, with the facts for their texts. The portal has a text for each, in each
 * language.
 */
export const refusalParams = {
  // Encryption and keys
  EncryptionIsCreateOnly: ['lun', 'region'],
  DiskEncryptionSetTypeMismatch: [],
  KeyAccessForbidden: ['identity', 'key', 'vault'],
  KeyAccessForbiddenInAnotherTenant: ['key', 'vault'],
  ApplicationNotInTenant: ['application'],
  FederatedCredentialMissing: [],
  FederatedClientNotMultiTenant: [],
  KeyVaultOfAnotherTenant: [],
  KeyNotEnabled: [],
  KeyVaultTokenNotAcquired: [],
  DirectDriveDiskWithUserAssignedIdentity: [],
  // Source, regions, the version's life
  SourceThrottled: ['name'],
  SourceIsCreateOnly: ['property'],
  SourceTypeInvalid: ['name'],
  SourceKindsMixed: [],
  DataDisksAreCreateOnly: [],
  ManagedImageOfTrustedLaunchMachine: [],
  StorageTypeIsCreateOnly: ['region', 'storageAccountType'],
  ReplicationFailed: ['region', 'detail'],
  DeletionBlockedBeforeEndOfLife: [],
  NestedResources: [],
  GalleryQuotaReached: ['quota', 'limit', 'region'],
  GalleryNameNotUnique: ['name'],
  IdentifierNotUnique: ['name'],
  VersionMarkedForDeletion: ['name'],
  // Virtual machines from a version
  VersionNotInRegion: ['name', 'region'],
  NoLatestVersion: ['name'],
  OsProfileNotAllowed: [],
  OsProfileMissing: [],
  VersionSetInAnotherSubscription: ['name', 'versionSubscription', 'subscription'],
  PurchasePlanMismatch: ['name'],
  PurchasePlanMissing: [],
  PurchasePlanNotNeeded: [],
  PurchasePlanNotFound: ['publisher', 'product'],
  EncryptionAtHostNotRegistered: [],
  // Access, policy, traffic
  AuthorizationFailed: ['action', 'scope'],
  LinkedAuthorizationFailed: ['action', 'scope'],
  SubscriptionOfAnotherTenant: ['subscription'],
  ProviderNotRegistered: ['namespace'],
  DeniedByPolicy: ['policy'],
  ScopeLocked: ['scopes'],
  BusyWithAnotherChange: [],
  TooManyRequests: [],
  Unknown: ['message'],
} as const satisfies Record<string, readonly string[]>

export type RefusalCode = keyof typeof refusalParams
export type RefusalParams<C extends RefusalCode> = { [P in (typeof refusalParams)[C][number]]: string | number }

const isCode = (code: unknown): code is IssueCode | RefusalCode =>
  typeof code === 'string' && (Object.hasOwn(issueParams, code) || Object.hasOwn(refusalParams, code))

/** The meaning of ARM's error: `path` leads to its cell or field, [] if it has none. */
export const decodedError = z.strictObject({
  code: z.custom<IssueCode | RefusalCode>(isCode),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.array(z.union([z.string(), z.number()])),
  repair: z.optional(repair),
})
export type DecodedError = z.infer<typeof decodedError>

type ParamsOf<C> = C extends IssueCode ? IssueParams<C> : C extends RefusalCode ? RefusalParams<C> : never

/** A refusal with its meaning. */
export function meaning<C extends IssueCode | RefusalCode>(
  code: C,
  params: ParamsOf<C>,
  { path = [], repair: mends }: { path?: IssuePath | undefined; repair?: Repair | undefined } = {},
): DecodedError {
  return { code, params, path, ...(mends && { repair: mends }) }
}

import { setIssueParams } from '@portal/disk-encryption'
import * as z from 'zod/mini'

// Every code of an issue, with the facts its text needs. The portal has a text for each, in each language.
// Tuples: [parameter names]. Facts of several values are joined by the rule, so a parameter is always a string or a
// number.
export const planIssueParams = {
  // Basics
  ImageDefinitionRequired: [],
  ImageDefinitionNotFound: ['id'],
  VersionNameRequired: [],
  VersionNameInvalid: ['name'],
  VersionNameExists: ['name'],
  VersionNumberInRecycleBin: ['name'],
  LocationRequired: [],
  LocationNotAvailable: ['region'],
  SourceRequired: [],
  SourceNotFound: ['id'],
  SourceInvalid: ['id'],
  SourceInAnotherRegion: ['name', 'sourceRegion', 'region'],
  SourceNotReady: ['name', 'state'],
  SourceDuplicate: ['name'],
  SourceLunDuplicate: ['lun'],
  SourceLunOutOfRange: ['lun'],
  SourceOsTypeMismatch: ['name', 'sourceOsType', 'osType'],
  SourceOsStateMismatch: ['name', 'sourceOsState', 'osState'],
  SourceGenerationMismatch: ['name', 'sourceGeneration', 'generation'],
  SourceArchitectureMismatch: ['name', 'sourceArchitecture', 'architecture'],
  SourceHasAcceleratedNetworking: ['name'],
  SourceLacksAcceleratedNetworking: ['name'],
  SourceSupportsNvme: ['name'],
  SourceLacksNvme: ['name'],
  SourcePlanNotInDefinition: ['name', 'plan'],
  SourcePlanDiffers: ['name', 'plan', 'definitionPlan'],
  SourceTooLarge: ['name', 'sizeInGB', 'maxSizeInGB'],
  SourceEphemeralOsDisk: ['name'],
  SourceUltraDisk: ['name', 'disk'],
  SourceUnmanagedDisks: ['name'],
  SourceWithoutOperatingSystem: ['name'],
  SourceEncryptedInAnotherSubscription: ['name', 'sourceSubscription', 'subscription'],
  SourceVersionUsesCustomerKeys: ['name'],
  SourceVersionRevoked: ['name', 'reason'],
  SourceConfidentialInAnotherSubscription: ['name'],
  TrustedLaunchCaptureFails: ['name'],
  SourceMachineRunning: ['name'],
  SourceNotConfidential: ['name'],
  ConfidentialSupportedSource: ['sourceType'],
  ConfidentialSupportedTooLarge: ['name', 'sizeInGB', 'maxSizeInGB'],
  StorageAccountRequired: [],
  BlobUriRequired: [],
  BlobUriInvalid: [],
  EndOfLifeDateInvalid: ['date'],
  EndOfLifeDatePast: ['date'],
  EndOfLifeDateRequired: [],
  // Replication
  ReplicaCountOutOfRange: ['min', 'max'],
  ReplicaTotalTooHigh: ['total', 'max'],
  TargetRegionRequired: [],
  TargetRegionNotAvailable: ['region'],
  TargetRegionDuplicate: ['region'],
  TargetRegionsLackLocation: ['region'],
  ZoneRedundantStorageNotSupported: ['region'],
  ShallowOnlyHomeRegion: ['region'],
  ShallowOnlyOneReplica: [],
  ShallowWithCustomerKeys: [],
  // Encryption
  EncryptionNotSupportedForSource: ['sourceType'],
  EncryptionNotSupportedForSharedGallery: ['gallery', 'sharing'],
  DoubleEncryptionNotSupportedForDisk: ['disk', 'storageAccountType'],
  CustomerKeyNotSupportedForAzureDiskEncryption: ['name'],
  AzureDiskEncryptionRetires: ['name'],
  PlatformKeyForEncryptedSource: ['name'],
  NoDiskEncryptionSetInRegion: ['region', 'encryptionType'],
  DiskEncryptionSetsHidden: ['region'],
  DiskEncryptionSetRequired: ['disk', 'region'],
  DiskEncryptionSetInvalid: ['id'],
  DiskEncryptionSetNotFound: ['name'],
  ...setIssueParams,
  LunNotInSource: ['lun', 'region', 'luns'],
  LunDuplicate: ['lun', 'region'],
  ConfidentialTypeRequired: [],
  ConfidentialTypeNotForDefinition: ['securityType'],
  ConfidentialDataDisksNotRegistered: [],
  ConfidentialOnlyHomeRegion: ['region'],
  ConfidentialDiskEncryptionSetRequired: ['region'],
  // Tags
  TagNameRequired: [],
  TagNameInvalid: ['name'],
  TagNameDuplicate: ['name'],
  TagTooLong: ['name', 'max'],
  TooManyTags: ['max'],
} as const satisfies Record<string, readonly string[]>

/** Additional ones for a change of an existing version. */
export const updateIssueParams = {
  NothingToChange: [],
  VersionBusy: ['state'],
  RegionNotInVersion: ['region'],
  RegionNamedTwice: ['region'],
  HomeRegionNotRemovable: ['region'],
  RemovalOfRegionsNotAllowed: ['region'],
  DiskWithPlatformKey: ['disk', 'region'],
  StoredSetNotFound: ['name', 'region'],
} as const satisfies Record<string, readonly string[]>

/** Of a change of what latest gives. */
const latestIssueParams = {
  LatestVersionNotFound: [],
  LatestVersionRevoked: ['version'],
  LatestRegionRequired: [],
  LatestNotReplicated: ['version', 'region'],
} as const satisfies Record<string, readonly string[]>

/** Of a revocation, and of undoing one. */
const revocationIssueParams = {
  RevocationReasonRequired: [],
  RevocationReasonUnreadable: [],
  RevocationReasonTooLong: ['length', 'max'],
  ReplacementInvalid: [],
  ReplacementIsTheVersion: [],
  ReplacementTooLong: ['length', 'max'],
  ReplacementNotFound: ['name'],
  ReplacementRevoked: ['name'],
  EarlierEndOfLifeStays: ['date'],
  DeletionLockEnds: ['date'],
  RevocationNeedsTags: ['count', 'max'],
  VersionNotRevoked: [],
  StateBeforeUnknown: [],
  EndOfLifeNotRestorable: ['date'],
} as const satisfies Record<string, readonly string[]>

/** Of a version that a campaign creates again. */
const campaignIssueParams = {
  SuccessorExists: ['name', 'predecessor'],
  RunDiskUsed: ['name'],
  RunSourceChanged: ['name'],
} as const satisfies Record<string, readonly string[]>

/** Of the deletion of a test machine. */
const testMachineIssueParams = {
  NoTestMachine: ['group'],
  TestMachineNotAlone: ['names'],
} as const satisfies Record<string, readonly string[]>

/** Of the plan of a virtual machine. */
const machineIssueParams = {
  SubscriptionRequired: [],
  ResourceGroupRequired: [],
  ResourceGroupNameInvalid: [],
  ResourceGroupNameTaken: ['name'],
  ResourceGroupNotFound: ['name'],
  MachineNameRequired: [],
  MachineNameInvalid: ['max'],
  MachineNameTaken: ['name'],
  MachineRegionRequired: [],
  ImageNotInRegion: ['version', 'region'],
  ImageVersionRevoked: ['version', 'reason'],
  DefinitionLacksPlanOfSource: ['version', 'plan'],
  PurchaseTermsNotAccepted: [],
  PurchaseTermsNotRead: [],
  PurchaseTermsChanged: [],
  MachineSizeRequired: [],
  MachineSizeNotAvailable: ['size', 'region'],
  MachineSizeOfAnotherGeneration: ['size', 'generation'],
  MachineSizeOfAnotherArchitecture: ['size', 'architecture'],
  MachineSizeNeedsNvme: ['size'],
  MachineSizeForFewerDataDisks: ['size', 'max', 'count'],
  MachineSizeNotForSecurityType: ['size', 'securityType'],
  MachineSizeRetires: ['size', 'date'],
  MachineSizeWithoutPremiumStorage: ['size', 'disk'],
  MachineSecurityTypeRequired: [],
  MachineSecurityTypeNotForImage: ['securityType', 'imageSecurityType'],
  AdminUsernameRequired: [],
  AdminUsernameInvalid: ['max'],
  AdminUsernameReserved: ['name'],
  PasswordRequired: [],
  PasswordInvalid: ['min', 'max'],
  SshPublicKeyRequired: [],
  SshPublicKeyInvalid: [],
  MachineSetInAnotherSubscription: ['name', 'disk'],
  ImageSetInAnotherSubscription: ['disk', 'region'],
  ImageSetReplaced: ['name', 'disk'],
  OsDiskOnStandardHdd: [],
  EncryptionAtHostFeatureMissing: [],
  EncryptionAtHostNotForSize: ['size'],
  SecurityEncryptionTypeRequired: [],
  VirtualNetworkNameInvalid: [],
  VirtualNetworkNameTaken: ['name'],
  SubnetNameInvalid: [],
  AddressPrefixInvalid: [],
  SubnetOutsideNetwork: ['addressPrefix'],
  SubnetRequired: [],
  SubnetNotFound: [],
} as const satisfies Record<string, readonly string[]>

export const issueParams = {
  ...testMachineIssueParams,
  ...campaignIssueParams,
  ...planIssueParams,
  ...updateIssueParams,
  ...latestIssueParams,
  ...revocationIssueParams,
  ...machineIssueParams,
}

export type PlanIssueCode = keyof typeof planIssueParams
export type UpdateIssueCode = keyof typeof updateIssueParams
export type IssueCode =
  | PlanIssueCode
  | UpdateIssueCode
  | keyof typeof latestIssueParams
  | keyof typeof testMachineIssueParams
  | keyof typeof campaignIssueParams
  | keyof typeof revocationIssueParams
  | keyof typeof machineIssueParams
export type IssueParams<C extends IssueCode> = { [P in (typeof issueParams)[C][number]]: string | number }

/**
 * One thing wrong with a plan. `path` leads to the field, in the plan's own terms. A cell of the Encryption tab is
 * `['targetRegions', index, 'encryption', 'osDiskImage']` or `['targetRegions', index, 'encryption', 'dataDiskImages',
 * lun]`: the last part is the LUN, because an empty cell has no index. `warning` is shown and does not block.
 */
export const issue = z.strictObject({
  code: z.custom<IssueCode>((code) => typeof code === 'string' && Object.hasOwn(issueParams, code)),
  path: z.array(z.union([z.string(), z.number()])),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['error', 'warning']),
})
export type Issue = z.infer<typeof issue>
export type IssuePath = Issue['path']

/** An issue that blocks the creation. */
export function errorAt<C extends IssueCode>(path: IssuePath, code: C, params: IssueParams<C>): Issue {
  return { code, path, params, severity: 'error' }
}

/** An issue that the user should know and can accept. */
export function warningAt<C extends IssueCode>(path: IssuePath, code: C, params: IssueParams<C>): Issue {
  return { code, path, params, severity: 'warning' }
}

/** Whether the issue forbids the creation. */
export function isBlocking({ severity }: Issue): boolean {
  return severity === 'error'
}

/** Whether `path` is `prefix` or below it. */
export function isAtOrBelow(path: IssuePath, prefix: IssuePath): boolean {
  return prefix.every((part, index) => path[index] === part)
}

/**
 * The issues that the browser found, and the additional ones that the server found on current facts. The same code can
 * be at many cells, so a server's issue is known only if its path is too.
 */
export function mergedIssues(own: Issue[], fromServer: Issue[]): Issue[] {
  const isKnown = ({ code, path }: Issue) =>
    own.some((known) => known.code === code && known.path.length === path.length && isAtOrBelow(known.path, path))
  return [...own, ...fromServer.filter((issue) => !isKnown(issue))]
}

// The plan of an image version, what it refers to, its translation to and from Azure, and what Azure made of it.
export type { ArmImageVersion, ArmStoredTargetRegion } from './arm-image-version.ts'
export { campaignTagOf, campaignTags, isCampaignTag } from './revocation.ts'
export { diskOfVersionVerdict, type SetsOfDisk, setsOfDisks } from './encryption/disk-of-version.ts'
export {
  type ConfidentialEncryption,
  diskVerdict,
  type EffectiveConfidentialEncryption,
  type EffectiveDisk,
  effectiveEncryption,
  type EffectiveRegion,
  encryptionSummary,
  type EncryptionVerdict,
  type AppliedVersion,
  type AppliedRegion,
} from './encryption/effective-encryption.ts'
export { confidentialSetOf, fromArm } from './from-arm.ts'
export { areImageDisksKnown, type ImageDisk, imageDisks } from './image-disks.ts'
export {
  definitionIdOf,
  imageVersionId,
  isImageVersionId,
  planSubscriptionId,
  tryImageVersionId,
  versionNumberOf,
} from './image-version-id.ts'
export {
  type EarlierVersion,
  type Inventory,
  inventory,
  type SourceDisk,
  type SourceResource,
  sourceResource,
  type SourceResourceOf,
} from './inventory.ts'
export {
  errorAt,
  isAtOrBelow,
  isBlocking,
  type Issue,
  issue,
  type IssueCode,
  issueParams,
  type IssueParams,
  type IssuePath,
  mergedIssues,
  warningAt,
} from './issue.ts'
export {
  asksForConfidentialSets,
  asksForDiskSets,
  asksForSet,
  blankPlan,
  blankTargetRegion,
  confidentialVMEncryptionType,
  type ConfidentialVMEncryptionType,
  defaultStorage,
  type DefaultStorage,
  diskEncryptionSetIdsOf,
  diskEncryptionSetOf,
  diskEncryptionSetsOf,
  type DiskKey,
  hasConfidentialDataDisks,
  type ImageSource,
  type ImageSourceType,
  type ImageVersionPlan,
  imageVersionPlan,
  isHomeRegion,
  lun,
  type RegionEncryption,
  replicaCountOf,
  setTypeOf,
  sourceIdsOf,
  storageAccountType,
  type StorageAccountType,
  type TargetRegion,
  targetRegion,
  usesCustomerKeys,
  withoutSignatures,
} from './plan.ts'
export { remainingTimes, type RemainingTimes } from './replication/remaining-time.ts'
export {
  failedRegions,
  isReplicated,
  isSettled,
  overallProgress,
  type ReplicatedRegion,
} from './replication/replication.ts'
export {
  replacementTag,
  type Revocation,
  revocation,
  revocationOf,
  revocationTags,
  stateBeforeRevocation,
  type StateBeforeRevocation,
  tagsWithoutRevocation,
  unreadable,
} from './revocation.ts'
export { differences } from './same-version.ts'
export { isEncryptableSource } from './sources/encryptable-sources.ts'
export { chosenDisks, chosenResources, isInSubscription } from './sources/source-resources.ts'
export { defaultStorageOf, storageAccountTypeNamed } from './storage/default-storage.ts'
export { type EffectiveStorage, effectiveStorage } from './storage/effective-storage.ts'
export { expectedCopies } from './storage/expected-copies.ts'
export { expectedStorageOf, storageOf } from './storage/region-storage.ts'
export {
  imageVersionApiVersion,
  storedTags,
  storedVersionRegion,
  type StoredVersion,
  storedVersion,
  type StoredVersionRegion,
} from './stored-version.ts'
export {
  apiVersionToCreate,
  type ArmEncryption,
  type ArmImageVersionBody,
  type ArmTargetRegion,
  endOfLifeInstant,
  toArm,
} from './to-arm.ts'

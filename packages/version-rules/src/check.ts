import type { ImageVersionPlan, Inventory, Issue } from '@portal/image-version'
import {
  confidentialDataDiskIssues,
  confidentialDiskEncryptionSetIssues,
  confidentialRegionIssues,
  confidentialTypeIssues,
} from './rules/confidential-vm.ts'
import { encryptionLunIssues, encryptionMatrixIssues } from './rules/encryption-matrix.ts'
import {
  azureDiskEncryptionIssues,
  doubleEncryptionIssues,
  encryptableSourceIssues,
  platformKeyIssues,
  sharedGalleryIssues,
} from './rules/encryption-support.ts'
import { endOfLifeDateIssues } from './rules/end-of-life-date.ts'
import { imageDefinitionIssues, locationIssues } from './rules/image-definition.ts'
import { replicaCountIssues, replicaTotalIssues } from './rules/replica-count.ts'
import { shallowEncryptionIssues, shallowReplicationIssues } from './rules/shallow-replication.ts'
import { confidentialSourceIssues, confidentialSupportedIssues } from './rules/source/confidential-source.ts'
import { sourceDiskKindIssues, sourceSizeIssues } from './rules/source/source-disks.ts'
import {
  encryptedSourceIssues,
  encryptedVersionIssues,
  revokedSourceIssues,
  trustedLaunchIssues,
} from './rules/source/source-encryption.ts'
import { sourceFitsDefinitionIssues } from './rules/source/source-fits-definition.ts'
import {
  runningMachineIssues,
  sourceDuplicateIssues,
  sourceIssues,
  sourceReadinessIssues,
  sourceRegionIssues,
} from './rules/source/source.ts'
import { sourceLunIssues, storageBlobIssues } from './rules/source/storage-blobs.ts'
import { storageAccountTypeIssues } from './rules/storage-account-type.ts'
import { tagIssues } from './rules/tags.ts'
import { homeRegionIssues, targetRegionIssues } from './rules/target-regions.ts'
import { versionNameIssues } from './rules/version-name.ts'

type Rule = (plan: ImageVersionPlan, inventory: Inventory) => Issue[]

/** Azure's requirements for an image version, in the order of the wizard's fields. */
const rules: readonly Rule[] = [
  // Basics
  imageDefinitionIssues,
  locationIssues,
  versionNameIssues,
  sourceIssues,
  sourceRegionIssues,
  sourceReadinessIssues,
  runningMachineIssues,
  sourceDuplicateIssues,
  sourceLunIssues,
  storageBlobIssues,
  sourceFitsDefinitionIssues,
  sourceSizeIssues,
  sourceDiskKindIssues,
  encryptedSourceIssues,
  encryptedVersionIssues,
  revokedSourceIssues,
  confidentialSourceIssues,
  confidentialSupportedIssues,
  trustedLaunchIssues,
  endOfLifeDateIssues,
  // Replication
  replicaCountIssues,
  homeRegionIssues,
  targetRegionIssues,
  storageAccountTypeIssues,
  replicaTotalIssues,
  shallowReplicationIssues,
  confidentialRegionIssues,
  // Encryption
  encryptableSourceIssues,
  sharedGalleryIssues,
  shallowEncryptionIssues,
  azureDiskEncryptionIssues,
  doubleEncryptionIssues,
  platformKeyIssues,
  confidentialTypeIssues,
  confidentialDataDiskIssues,
  encryptionMatrixIssues,
  confidentialDiskEncryptionSetIssues,
  encryptionLunIssues,
  // Tags
  tagIssues,
]

/** Everything wrong with `plan`, given what exists in Azure. Without a blocking issue, the version can be created. */
export function check(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  return rules.flatMap((rule) => rule(plan, inventory))
}

import { formatResourceId, parentResourceId, type ResourceId } from '@portal/arm'
import { type Inventory, isBlocking, type StoredVersion } from '@portal/image-version'
import {
  diskEncryptionSetIdsOfChange,
  updateIssues,
  type VersionChange,
  versionFingerprint,
} from '@portal/version-update'
import type { AzureSession } from '../arm/clients.ts'
import { ImageVersionChanged, PlanRejected } from '../arm/write-refusals.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import { inventoryWithKeys, type Named } from '../inventory/inventory-with-keys.ts'

/** A requested change of a version, with the fingerprint that the version had when the user decided. */
export interface WantedChange {
  id: ResourceId
  change: VersionChange
  fingerprint: string
}

/** A validated change that can be sent, with the facts used to validate it. */
export interface JudgedVersion {
  stored: StoredVersion
  inventory: Inventory
}

/**
 * Reads the version and all facts that the rules need, as they are now. Throws `ImageVersionChanged` unless the version
 * is still the one on which the user decided, and `PlanRejected` with the rules' issues.
 */
export async function judgedVersion(
  session: AzureSession,
  { id, change, fingerprint }: WantedChange,
  keys: KeyReader,
): Promise<JudgedVersion> {
  const { stored, inventory } = await versionToChange(session, { id, change }, keys)
  if ((await versionFingerprint(stored)) !== fingerprint) throw new ImageVersionChanged()
  const issues = updateIssues(stored, change, inventory)
  if (issues.some(isBlocking)) throw new PlanRejected(issues)
  return { stored, inventory }
}

/** The version and all facts that the rules of its change need, read now, and noted for the audit. */
export async function versionToChange(
  session: AzureSession,
  { id, change }: Pick<WantedChange, 'id' | 'change'>,
  keys: KeyReader,
): Promise<JudgedVersion> {
  const inventory = await inventoryWithKeys(session, namedBy(id, change), keys)
  // Last, so that another process has little time to change it before the PUT.
  const stored = await readStoredVersion(session.azure, id)
  session.noteBefore?.(stored)
  return { stored, inventory }
}

// The source was read when the version was created, and might not exist anymore.
function namedBy(id: ResourceId, change: VersionChange): Named {
  return {
    imageDefinitionId: formatResourceId(parentResourceId(id) ?? id),
    source: { type: 'ManagedImage', id: '' },
    diskEncryptionSetIds: diskEncryptionSetIdsOfChange(change),
  }
}

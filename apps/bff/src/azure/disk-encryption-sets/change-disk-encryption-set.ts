import { apiVersions, formatResourceId, type ResourceId } from '@portal/arm'
import { type KeyChange, keyChangeIssues } from '@portal/disk-encryption'
import { PlainRefusal } from '../../refusals/refusal.ts'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { NoClearAnswer } from '../arm/arm-reply.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { OutcomeUnknown } from '../arm/write-refusals.ts'
import { diskEncryptionSetUses } from './disk-encryption-set-uses.ts'
import { readDiskEncryptionSet, toDiskEncryptionSet, type ArmDiskEncryptionSet } from './disk-encryption-sets.ts'
import { parseVaultId } from './keys/key-vaults.ts'

/**
 * Changes a set's key or its rotation with one PATCH, which leaves its identity and everything else unchanged. Throws
 * what Azure refuses, and `OutcomeUnknown` if it does not answer and does not show the change either.
 * https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/update
 */
export async function changeDiskEncryptionSetKey(
  session: AzureSession,
  id: ResourceId,
  change: KeyChange,
): Promise<void> {
  const { azure } = session
  const { key, rotationToLatestKeyVersionEnabled: rotation } = change
  if (key && key.sourceVaultId !== '') parseVaultId(key.sourceVaultId)
  const before = await readDiskEncryptionSet(azure, id)
  session.noteBefore?.({ activeKey: before.activeKey })
  if (isAsAsked(before, change)) return
  const [issue] = keyChangeIssues(change, toDiskEncryptionSet(before), azure)
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  // A vault in another subscription must not be named; null removes the previous one.
  const sourceVault = key?.sourceVaultId ? { id: key.sourceVaultId } : null
  const properties = {
    ...(key && { activeKey: { keyUrl: key.keyUrl, sourceVault } }),
    ...(rotation !== undefined && { rotationToLatestKeyVersionEnabled: rotation }),
    // Without it, the set would use its own identity, which another tenant's vault refuses.
    ...(before.federatedClientId && { federatedClientId: before.federatedClientId }),
  }
  await azure.send({ method: 'PATCH', url: urlOf(id), body: { properties } }).catch(async (error: unknown) => {
    if (!(error instanceof NoClearAnswer)) throw error
    const after = await readDiskEncryptionSet(azure, id).catch(() => undefined)
    if (after === undefined || !isAsAsked(after, change)) throw new OutcomeUnknown({ cause: error })
  })
}

function isAsAsked(
  set: ArmDiskEncryptionSet,
  { key, rotationToLatestKeyVersionEnabled: rotation }: KeyChange,
): boolean {
  return (
    (key === undefined || set.activeKey?.keyUrl === key.keyUrl) &&
    (rotation === undefined || (set.rotationToLatestKeyVersionEnabled ?? false) === rotation)
  )
}

/**
 * Deletes a set that nothing uses, as far as the caller can see. Azure itself would delete a set that image versions
 * name, and their later updates would fail. Throws `DiskEncryptionSetInUse`, what Azure refuses, and `OutcomeUnknown`.
 * https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/delete
 */
export async function deleteDiskEncryptionSet(azure: Azure, id: ResourceId): Promise<void> {
  const { resources, imageVersions } = await diskEncryptionSetUses(azure, id)
  if (resources.length + imageVersions.length > 0) throw new DiskEncryptionSetInUse()
  await azure.send({ method: 'DELETE', url: urlOf(id) }).catch(async (error: unknown) => {
    if (!(error instanceof NoClearAnswer)) throw error
    const after = await ifThere(readDiskEncryptionSet(azure, id)).catch(() => ({ provisioningState: undefined }))
    if (after !== undefined && after.provisioningState !== 'Deleting') throw new OutcomeUnknown({ cause: error })
  })
}

function urlOf(id: ResourceId): string {
  return armUrl(formatResourceId(id), { 'api-version': apiVersions.disks.version })
}

/** A set to be deleted still encrypts something, or an image version names it. */
class DiskEncryptionSetInUse extends PlainRefusal {
  constructor() {
    super('The disk encryption set is in use', { code: 'DiskEncryptionSetInUse', status: 409 })
  }
}

import { formatResourceId, type ResourceId } from '@portal/arm'
import type { DiskEncryptionSetDetails, Freshness } from '@portal/portal-api'
import { ArmRefusal } from '../arm/arm-reply.ts'
import type { AzureSession } from '../arm/clients.ts'
import { defined } from '../arm/wire-facts.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { readDiskEncryptionSet, toDiskEncryptionSet } from './disk-encryption-sets.ts'
import type { KeyReader } from './keys/key-reader.ts'

/**
 * A set with the facts of its key and the caller's permissions on it. Throws Azure's answer if there is no such set.
 */
export async function diskEncryptionSetDetails(
  session: AzureSession,
  { id, freshness }: { id: ResourceId; freshness: Freshness },
  keys: KeyReader,
): Promise<DiskEncryptionSetDetails> {
  const { azure } = session
  const path = formatResourceId(id)
  const [arm, [read], permissionFor] = await Promise.all([
    readDiskEncryptionSet(azure, id),
    keys.factsOf(session, [path], freshness),
    permissionsAt(azure, path),
  ])
  // created or deleted between the two reads
  if (read === undefined)
    throw new ArmRefusal(404, { code: 'ResourceNotFound', message: 'The subscription does not list the set.' })
  return {
    set: { ...toDiskEncryptionSet(arm), facts: read.facts, readAt: read.readAt },
    userAssignedIdentityIds: Object.keys(arm.identity?.userAssignedIdentities ?? {}),
    ...defined({
      sourceVaultId: arm.activeKey?.sourceVault?.id,
      tags: arm.tags,
      federatedClientId: arm.federatedClientId,
      autoKeyRotationErrorCode: arm.autoKeyRotationError?.code,
    }),
    mayChange: permissionFor('Microsoft.Compute/diskEncryptionSets/write'),
    mayDelete: permissionFor('Microsoft.Compute/diskEncryptionSets/delete'),
    now: azure.now(),
  }
}

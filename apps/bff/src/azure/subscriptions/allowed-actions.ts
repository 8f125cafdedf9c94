import { formatResourceId, type ResourceId } from '@portal/arm'
import type { ActionPurpose, AllowedAction } from '@portal/portal-api'
import type { Azure } from '../arm/clients.ts'
import { permissionsAt } from './permissions.ts'

// Our reading of which actions the operations require; Microsoft publishes no list.
// https://learn.microsoft.com/azure/role-based-access-control/permissions/compute
const actions: Record<ActionPurpose, string[]> = {
  imageVersions: [
    'Microsoft.Compute/galleries/images/versions/read',
    'Microsoft.Compute/galleries/images/versions/write',
    'Microsoft.Compute/galleries/images/versions/delete',
  ],
  sources: [
    'Microsoft.Compute/images/read',
    'Microsoft.Compute/virtualMachines/write',
    'Microsoft.Compute/disks/write',
    'Microsoft.Compute/snapshots/write',
    'Microsoft.Storage/storageAccounts/listKeys/action',
  ],
  diskEncryptionSets: ['Microsoft.Compute/diskEncryptionSets/read', 'Microsoft.KeyVault/vaults/read'],
  makeDiskEncryptionSets: [
    'Microsoft.Compute/diskEncryptionSets/write',
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.KeyVault/vaults/accessPolicies/write',
  ],
}

const purposes = ['imageVersions', 'sources', 'diskEncryptionSets', 'makeDiskEncryptionSets'] as const

/** What the caller's roles allow in a subscription or, for image versions only, on one of its galleries. */
export async function allowedActions(
  azure: Azure,
  subscriptionId: string,
  gallery: ResourceId | undefined,
): Promise<AllowedAction[]> {
  const scope = gallery === undefined ? `/subscriptions/${subscriptionId}` : formatResourceId(gallery)
  const permissionFor = await permissionsAt(azure, scope)
  return purposes
    .filter((purpose) => gallery === undefined || purpose === 'imageVersions')
    .flatMap((purpose) => actions[purpose].map((action) => ({ action, purpose, permission: permissionFor(action) })))
}

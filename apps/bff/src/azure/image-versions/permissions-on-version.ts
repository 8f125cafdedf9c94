import { formatResourceId, type ResourceId } from '@portal/arm'
import type { ImageVersionPermission } from '@portal/portal-api'
import type { Azure } from '../arm/clients.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'

/**
 * The caller's permissions for an image version. Permission for a machine is read in the version's own resource group,
 * for sets in its subscription; elsewhere the caller might have other permissions.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/compute
 */
export async function imageVersionPermissions(azure: Azure, version: ResourceId): Promise<ImageVersionPermission[]> {
  const subscription = `/subscriptions/${version.subscriptionId}`
  const group = `${subscription}/resourceGroups/${version.resourceGroupName}`
  const asked: Omit<ImageVersionPermission, 'permission'>[] = [
    ...(['read', 'write', 'delete'] as const).map((verb) => ({
      act: verb === 'write' ? ('update' as const) : verb,
      action: `Microsoft.Compute/galleries/images/versions/${verb}`,
      scope: formatResourceId(version),
    })),
    { act: 'repair', action: 'Microsoft.Resources/deployments/write', scope: group },
    { act: 'createVirtualMachine', action: 'Microsoft.Compute/virtualMachines/write', scope: group },
    { act: 'readSets', action: 'Microsoft.Compute/diskEncryptionSets/read', scope: subscription },
  ]
  const scopes = [...new Set(asked.map(({ scope }) => scope))]
  const permissions = new Map(
    await Promise.all(scopes.map(async (scope) => [scope, await permissionsAt(azure, scope)] as const)),
  )
  return asked.map((each) => ({ ...each, permission: permissions.get(each.scope)?.(each.action) ?? 'unknown' }))
}

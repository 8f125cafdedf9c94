import { formatResourceId, type ResourceId } from '@portal/arm'
import type { Inventory } from '@portal/image-version'
import type { Azure } from '../arm/clients.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { inventoryOf } from './inventory.ts'

/** What the wizard shows of a definition, except the sources, and whether the user can create versions of it. */
export async function wizardInventoryOf(azure: Azure, definition: ResourceId): Promise<Omit<Inventory, 'sources'>> {
  const [inventory, permissionFor] = await Promise.all([
    inventoryOf(azure, definition),
    permissionsAt(azure, formatResourceId(definition)),
  ])
  const permission = permissionFor('Microsoft.Compute/galleries/images/versions/write')
  return { ...inventory, ...(permission !== 'unknown' && { mayCreateVersions: permission === 'allowed' }) }
}

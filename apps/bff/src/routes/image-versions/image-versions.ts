import { parseDefinitionId, parseVersionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { regionsBesidesHome } from '@portal/version-update'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { imageVersionCreator } from '../../azure/image-versions/create-image-version.ts'
import { readEncryptionProof } from '../../azure/image-versions/encryption-proof.ts'
import { getImageVersion, listImageVersions } from '../../azure/image-versions/image-versions.ts'
import { imageVersionPermissions } from '../../azure/image-versions/permissions-on-version.ts'
import { assertRegionBatches } from '../../azure/image-versions/region-batches.ts'
import { wizardInventoryOf } from '../../azure/inventory/wizard-inventory.ts'
import { snapshotMachine } from '../../azure/sources/machine-snapshots.ts'
import { getSourceResource, listSourceResources } from '../../azure/sources/sources.ts'
import { parseSubscriptionId } from '../../azure/subscriptions/subscription-id.ts'
import { route } from '../route.ts'

export const snapshotRoutes = [
  route(api.snapshotVirtualMachine, ({ virtualMachineId, at }, { azure }) =>
    snapshotMachine(azure, virtualMachineId, at),
  ),
]

export const inventoryRoutes = [
  route(api.getInventory, ({ imageDefinitionId }, { azure }) =>
    wizardInventoryOf(azure, parseDefinitionId(imageDefinitionId)),
  ),
  route(api.listSourceResources, ({ subscriptionId }, { azure }) =>
    listSourceResources(azure, parseSubscriptionId(subscriptionId)),
  ),
  route(api.getSourceResource, ({ id }, { azure }) => getSourceResource(azure, id)),
]

/** Listing, reading and creating image versions. */
export function imageVersionRoutes(keys: KeyReader) {
  const create = imageVersionCreator(keys)
  return [
    route(api.listImageVersions, ({ imageDefinitionId }, { azure }) =>
      listImageVersions(azure, parseDefinitionId(imageDefinitionId)),
    ),
    route(api.getImageVersion, ({ id }, { azure }) => getImageVersion(azure, parseVersionId(id))),
    route(api.getImageVersionProof, ({ id }, context) => readEncryptionProof(context, parseVersionId(id))),
    route(api.listImageVersionPermissions, ({ id }, { azure }) => imageVersionPermissions(azure, parseVersionId(id))),
    route(api.createImageVersion, async (plan, session) => ({ id: await create(session, { plan, batches: [] }) })),
    route(api.createImageVersionInBatches, async (asked, session) => {
      assertRegionBatches(asked.batches, regionsBesidesHome(asked.plan))
      return { id: await create(session, asked) }
    }),
  ]
}

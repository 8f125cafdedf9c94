import { resourceType, tryParseResourceId, type ResourceId } from '@portal/arm'
import { sourceIdsOf, type ImageSource, type Inventory } from '@portal/image-version'
import type { Azure } from '../arm/clients.ts'
import { ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { listDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { getGallery } from '../galleries/galleries.ts'
import { getImageDefinition } from '../galleries/image-definitions.ts'
import { deletedVersionsIfListed } from '../galleries/soft-delete/deleted-versions.ts'
import { getSourceResource } from '../sources/sources.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { listRegions } from '../subscriptions/regions.ts'
import { isFeatureRegistered } from '../subscriptions/registrations.ts'
import { earlierVersions } from './earlier-versions.ts'

/** The facts of a definition that the rules need, except the sources. */
export async function inventoryOf(azure: Azure, definition: ResourceId): Promise<Omit<Inventory, 'sources'>> {
  const { subscriptionId } = definition
  const reading = ifThere(getGallery(azure, definition))
  const [gallery, imageDefinition, versions, deleted, regions, diskEncryptionSets] = await Promise.all([
    reading,
    ifThere(getImageDefinition(azure, definition)),
    ifThere(earlierVersions(azure, definition)),
    reading.then((found) => found?.softDeletePolicy && deletedVersionsIfListed(azure, definition)),
    listRegions(azure, subscriptionId),
    listDiskEncryptionSets(azure, subscriptionId),
  ])
  return {
    now: azure.now(),
    ...(gallery !== undefined && { gallery }),
    ...(imageDefinition !== undefined && { imageDefinition }),
    existingVersionNames: [],
    ...versions,
    ...(deleted && { deletedVersionNames: deleted.map(({ name }) => name) }),
    diskEncryptionSets,
    ...(imageDefinition?.securityType === 'ConfidentialVM' && (await confidentialDataDisks(azure, subscriptionId))),
    ...(diskEncryptionSets.length === 0 &&
      (await hidesSets(azure, definition)) && { mayReadDiskEncryptionSets: false }),
    regions,
  }
}

async function confidentialDataDisks(
  azure: Azure,
  subscriptionId: string,
): Promise<Pick<Inventory, 'hasConfidentialDataDisks'>> {
  const name = 'ConfidentialVMDataDiskEncryptionPreview'
  return defined({ hasConfidentialDataDisks: await isFeatureRegistered(azure, subscriptionId, name) })
}

// ARM omits from a list what the user has no permission to read, without saying so.
async function hidesSets(azure: Azure, { subscriptionId, resourceGroupName }: ResourceId): Promise<boolean> {
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
  const permissionFor = await permissionsAt(azure, scope)
  return permissionFor('Microsoft.Compute/diskEncryptionSets/read') === 'forbidden'
}

/**
 * All facts that the rules need to validate a plan, as the caller sees them now. What the plan names but Azure does not
 * have, or hides from the caller, is absent: the rules report it at its field.
 */
export async function inventoryForPlan(
  azure: Azure,
  plan: { imageDefinitionId: string; source: ImageSource },
): Promise<Inventory> {
  const definition = tryParseResourceId(plan.imageDefinitionId)
  const known =
    definition !== undefined && resourceType(definition).toLowerCase() === 'microsoft.compute/galleries/images'
  const [facts, sources] = await Promise.all([
    known ? inventoryOf(azure, definition) : nothingKnown,
    Promise.all(idsOf(plan.source).map((id) => unlessHidden(getSourceResource(azure, id)))),
  ])
  return { ...facts, now: azure.now(), sources: sources.filter((source) => source !== undefined) }
}

const nothingKnown = { existingVersionNames: [], diskEncryptionSets: [], regions: [] }

/** The ARM types from which an image version can be created. */
const sourceTypes = new Set([
  'microsoft.compute/images',
  'microsoft.compute/disks',
  'microsoft.compute/snapshots',
  'microsoft.compute/virtualmachines',
  'microsoft.compute/galleries/images/versions',
  'microsoft.storage/storageaccounts',
])

// Malformed IDs and IDs of other types are left to the rules; they cause no call to Azure.
function idsOf(source: ImageSource): string[] {
  const ids = sourceIdsOf(source).filter((id) => {
    const parsed = tryParseResourceId(id)
    return parsed !== undefined && sourceTypes.has(resourceType(parsed).toLowerCase())
  })
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
}

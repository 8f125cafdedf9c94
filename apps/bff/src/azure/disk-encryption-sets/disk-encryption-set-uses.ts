import {
  formatResourceId,
  regionName,
  resourceType,
  sameResourceId,
  tryParseResourceId,
  type ResourceId,
} from '@portal/arm'
import { confidentialSetOf, storedVersionRegion } from '@portal/image-version'
import type { DiskEncryptionSetUses, ImageVersionUse } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { allOf } from '../arm/sdk-answers.ts'

const versionType = 'Microsoft.Compute/galleries/images/versions'

const versionRow = z.object({
  id: z.string(),
  targetRegions: z.array(z.object({ name: z.string(), encryption: z.nullish(storedVersionRegion.shape.encryption) })),
})

/**
 * What a set encrypts, as far as the caller can read it: the resources that Azure associates with the set, and the
 * image versions that name it.
 * https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/list-associated-resources
 */
export async function diskEncryptionSetUses(azure: Azure, set: ResourceId): Promise<DiskEncryptionSetUses> {
  const { subscriptionId, resourceGroupName, names } = set
  const { diskEncryptionSets } = azure.compute(subscriptionId)
  const [resources, imageVersions] = await Promise.all([
    allOf(z.string(), diskEncryptionSets.listAssociatedResources(resourceGroupName, names[0] ?? '')),
    imageVersionsWith(azure, set),
  ])
  // The list returns versions without their regions.
  return { resources: resources.filter((id) => !isImageVersion(id)).sort(), imageVersions }
}

// A set encrypts versions of its own subscription only.
async function imageVersionsWith(azure: Azure, set: ResourceId): Promise<ImageVersionUse[]> {
  const id = formatResourceId(set)
  const query = `resources
| where type =~ ${kqlText(versionType)} and tostring(properties.publishingProfile.targetRegions) contains ${kqlText(id)}
| project id, targetRegions = properties.publishingProfile.targetRegions
| order by id asc`
  const rows = await queryResourceGraph(azure, versionRow, { query, subscriptions: [set.subscriptionId] })
  return rows
    .map(({ id: versionId, targetRegions }) => ({ id: versionId, regions: regionsWith(id, targetRegions) }))
    .filter(({ regions }) => regions.length > 0)
}

function regionsWith(
  set: string,
  targetRegions: z.output<typeof versionRow>['targetRegions'],
): ImageVersionUse['regions'] {
  const isSet = (id: string | undefined) => id !== undefined && sameResourceId(id, set)
  return targetRegions
    .map(({ name, encryption }): ImageVersionUse['regions'][number] => {
      const { osDiskImage, dataDiskImages = [] } = encryption ?? {}
      const luns = dataDiskImages
        .filter((image) => isSet(confidentialSetOf(image) ?? image.diskEncryptionSetId))
        .map(({ lun }) => lun)
      return {
        name: regionName(name),
        disks: [
          ...(isSet(osDiskImage?.diskEncryptionSetId) ? ['os' as const] : []),
          ...(isSet(osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId) ? ['confidential' as const] : []),
          ...luns.sort((one, other) => one - other),
        ],
      }
    })
    .filter(({ disks }) => disks.length > 0)
}

function isImageVersion(id: string): boolean {
  const parsed = tryParseResourceId(id)
  return parsed !== undefined && resourceType(parsed).toLowerCase() === versionType.toLowerCase()
}

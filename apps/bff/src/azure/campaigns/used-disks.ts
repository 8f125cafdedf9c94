import { apiVersions } from '@portal/arm'
import type { CampaignDisk } from '@portal/campaign'
import { errorAt, type Issue } from '@portal/image-version'
import * as z from 'zod/mini'
import { answered, ifThere } from '../arm/answered.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'

const usedDisk = z.object({
  managedBy: z.nullish(z.string()),
  // Azure's spelling: when a machine last got the disk, or gave it back
  properties: z.object({ LastOwnershipUpdateTime: z.nullish(z.string()) }),
})

/**
 * An issue for each disk of a campaign that is there already and that a machine has had: anyone who may create disks in
 * the group can create it first, from the same version and under the same name, and change what is on it. Azure leaves
 * a disk of that origin as it is, and refuses to create it over any other one.
 * https://learn.microsoft.com/rest/api/compute/disks/get
 */
export async function usedDiskIssues(azure: Azure, disks: readonly CampaignDisk[]): Promise<Issue[]> {
  const found = await Promise.all(
    disks.map(async ({ id, name }) => {
      const url = armUrl(id, { 'api-version': apiVersions.disks.version })
      const disk = await ifThere(answered(usedDisk, azure.send({ method: 'GET', url })))
      return disk?.managedBy || disk?.properties.LastOwnershipUpdateTime ? errorAt([], 'RunDiskUsed', { name }) : []
    }),
  )
  return found.flat()
}

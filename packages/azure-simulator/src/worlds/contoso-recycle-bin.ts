import { softDeletePolicyOf } from '../arm/compute/gallery/soft-delete/soft-delete-policy.ts'
import { softDeletedVersion } from '../arm/compute/gallery/soft-delete/soft-deleted-versions.ts'
import type { StoredResource } from '../store/store.ts'
import { production } from './contoso-places.ts'
import { computeId, gallery, imageDefinition, imageVersion } from './resource-builders.ts'

const day = 86_400_000
const softDeletePolicy = { isSoftDeleteEnabled: true, retentionPeriodInDays: 10, gracePeriodInDays: 20 }

/** The gallery with soft delete on: Ada can change its policy. */
export const recoverableGalleryId = computeId(production, 'galleries/recoverableGallery')

/**
 * A gallery whose deleted versions wait in its recycle bin, at `now` in ms: one in its retention, one in its grace,
 * both encrypted with sets of Contoso.
 */
export function recycleBin(now: number): StoredResource[] {
  const made = gallery(production, {
    name: 'recoverableGallery',
    location: 'westus',
    description: 'Images that can be brought back',
  })
  const recoverable: StoredResource = { ...made, properties: { ...made.properties, softDeletePolicy } }
  const definition = imageDefinition(recoverable, {
    name: 'ubuntu-recoverable',
    osType: 'Linux',
    osState: 'Generalized',
    offer: 'recoverable',
    sku: 'ubuntu-24_04-gen2',
  })
  const version = (name: string, publishedDate: string) =>
    imageVersion(definition, {
      name,
      publishedDate,
      sourceId: computeId(production, 'images/myImage'),
      osDiskGB: 30,
      dataDisks: [{ lun: 0, sizeInGB: 128 }],
      regions: [
        { name: 'West US', short: 'westus', replicas: 2, sets: setsOf('WestUS') },
        { name: 'East US 2', short: 'eastus2', sets: setsOf('EastUS2') },
      ],
    })
  const policy = softDeletePolicyOf(recoverable)
  return [
    recoverable,
    definition,
    softDeletedVersion(version('1.0.0', '2025-04-02T08:12:45.2210034+00:00'), policy, now - 12 * day),
    softDeletedVersion(version('1.1.0', '2025-06-17T14:30:09.7742118+00:00'), policy, now - 2 * day),
    version('1.2.0', '2025-09-04T11:05:51.4188201+00:00'),
  ]
}

function setsOf(prefix: string): string[] {
  return ['', '2'].map((number) => computeId(production, `diskEncryptionSets/${prefix}DoubleEncryptionSet${number}`))
}

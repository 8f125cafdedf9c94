import { regionName } from '@portal/arm'
import type { PurchasePlan } from '@portal/gallery'
import type { SourceDisk, SourceResourceOf } from '@portal/image-version'
import * as z from 'zod/mini'
import { defined, hyperVGeneration, nameInId, subResource, trackedResource } from '../arm/wire-facts.ts'

const imageDisk = {
  snapshot: subResource,
  managedDisk: subResource,
  diskSizeGB: z.nullish(z.number()),
  storageAccountType: z.nullish(z.string()),
  diskEncryptionSet: subResource,
}

/** The facts of a managed image that the rules need. */
export const armManagedImage = z.object({
  ...trackedResource,
  hyperVGeneration,
  storageProfile: z.object({
    osDisk: z.object({
      ...imageDisk,
      osType: z.enum(['Linux', 'Windows']),
      osState: z.enum(['Generalized', 'Specialized']),
    }),
    dataDisks: z.nullish(z.array(z.object({ ...imageDisk, lun: z.number() }))),
  }),
})

/** The ID of the disk or snapshot that it was created from; undefined for a blob. */
export function osDiskIdOf({ storageProfile: { osDisk } }: z.output<typeof armManagedImage>): string | undefined {
  return osDisk.managedDisk?.id ?? osDisk.snapshot?.id
}

/**
 * A managed image states no purchase plan, although machines from it need that of its OS disk: `purchasePlan`.
 * https://learn.microsoft.com/rest/api/compute/images/get
 */
export function toManagedImageSource(
  image: z.output<typeof armManagedImage>,
  purchasePlan: PurchasePlan | undefined,
): SourceResourceOf<'ManagedImage'> {
  const { osDisk, dataDisks } = image.storageProfile
  return {
    type: 'ManagedImage',
    id: image.id,
    name: image.name,
    location: regionName(image.location),
    provisioningState: image.provisioningState ?? '',
    osType: osDisk.osType,
    osState: osDisk.osState,
    // Azure makes none of Arm64: https://learn.microsoft.com/azure/virtual-machines/capture-image-resource
    architecture: 'x64',
    ...defined({ hyperVGeneration: image.hyperVGeneration, purchasePlan }),
    osDisk: toSourceDisk(osDisk, image.name),
    dataDisks: (dataDisks ?? []).map((disk) => ({ lun: disk.lun, disk: toSourceDisk(disk, image.name) })),
  }
}

function toSourceDisk(disk: z.output<z.ZodMiniObject<typeof imageDisk>>, imageName: string): SourceDisk {
  return {
    name: nameInId(disk.managedDisk?.id ?? disk.snapshot?.id, imageName),
    ...defined({
      sizeInGB: disk.diskSizeGB,
      storageAccountType: disk.storageAccountType,
      diskEncryptionSetId: disk.diskEncryptionSet?.id,
    }),
  }
}

import { sameRegion } from '@portal/arm'
import { diskEncryptionSet, region } from '@portal/disk-encryption'
import { imageDefinition, purchasePlan } from '@portal/gallery'
import { confidentialVMEncryptionType, type DiskKey, lun, revocation } from '@portal/image-version'
import * as z from 'zod/mini'

/** An image version for machines: its disks, and their state in each region. */
const machineImage = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** present if it is not to be used */
  revocation: z.optional(revocation),
  /** of its source, if the definition has none; absent if the source is gone, or hidden from the user */
  sourcePlan: z.optional(purchasePlan),
  osDiskSizeInGB: z.optional(z.number()),
  dataDisks: z.array(z.strictObject({ lun, sizeInGB: z.optional(z.number()) })),
  regions: z.array(
    z.strictObject({
      /** short name */
      name: z.string(),
      displayName: z.string(),
      /** the version exists: machines can be created from it */
      isReplicated: z.boolean(),
      /** the sets of those disks that have a customer's key */
      diskEncryptionSets: z.array(
        z.strictObject({ disk: z.union([z.literal('os'), lun]), diskEncryptionSetId: z.string() }),
      ),
      confidentialVMEncryptionType: z.optional(confidentialVMEncryptionType),
      secureVMDiskEncryptionSetId: z.optional(z.string()),
    }),
  ),
})
export type MachineImage = z.infer<typeof machineImage>
export type MachineImageRegion = MachineImage['regions'][number]

/** A size that is available to the subscription in a region. */
const machineSize = z.strictObject({
  name: z.string(),
  vCPUs: z.number(),
  memoryGB: z.number(),
  maxDataDisks: z.number(),
  hyperVGenerations: z.array(z.enum(['V1', 'V2'])),
  architecture: z.enum(['x64', 'Arm64']),
  /** those that a machine can have for its disks */
  diskControllers: z.array(z.enum(['SCSI', 'NVMe'])),
  supportsPremiumStorage: z.boolean(),
  supportsEncryptionAtHost: z.boolean(),
  supportsTrustedLaunch: z.boolean(),
  isConfidential: z.boolean(),
  /** the day (`2028-11-15`) on which Azure retires the series; absent unless that is announced */
  retiresOn: z.optional(z.string()),
})
export type MachineSize = z.infer<typeof machineSize>

const virtualNetwork = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  subnets: z.array(
    z.strictObject({ id: z.string(), name: z.string(), addressPrefix: z.string(), isPrivate: z.boolean() }),
  ),
})
export type VirtualNetwork = z.infer<typeof virtualNetwork>

/** The terms of a purchase plan in a subscription, where they are accepted once. */
const purchaseTerms = z.strictObject({
  accepted: z.boolean(),
  /** web addresses; the publisher's own are absent if Azure has none */
  links: z.strictObject({
    license: z.optional(z.string()),
    privacy: z.optional(z.string()),
    marketplace: z.optional(z.string()),
  }),
  /** the user's missing permissions to accept them */
  missingActions: z.array(z.string()),
})
export type PurchaseTerms = z.infer<typeof purchaseTerms>

/** What exists in Azure that the plan of a machine can refer to, as the signed-in user sees it. */
export const virtualMachineInventory = z.strictObject({
  /** Azure's own time, ISO 8601 */
  now: z.string(),
  imageDefinition,
  image: machineImage,
  /** the regions of the image version */
  regions: z.array(region),
  /** this and all below are of the subscription chosen; empty while there is none */
  diskEncryptionSets: z.array(diskEncryptionSet),
  resourceGroups: z.array(z.strictObject({ name: z.string(), location: z.string() })),
  virtualNetworks: z.array(virtualNetwork),
  virtualMachineIds: z.array(z.string()),
  /** of the region chosen */
  sizes: z.array(machineSize),
  /** of the definition's purchase plan; absent without one, and if the user has no permission to read them */
  purchaseTerms: z.optional(purchaseTerms),
  /** the subscription has the feature Microsoft.Compute/EncryptionAtHost; undefined without permission to read it */
  hasEncryptionAtHost: z.optional(z.boolean()),
})
export type VirtualMachineInventory = z.infer<typeof virtualMachineInventory>

/** The image's state in a region; undefined if it is not replicated to it. */
export function imageRegion({ regions }: MachineImage, location: string): MachineImageRegion | undefined {
  return regions.find(({ name }) => sameRegion(name, location))
}

/** The image's set for a disk in a region; '' for platform-managed keys. */
export function imageDiskEncryptionSetId(image: MachineImage, location: string, disk: DiskKey): string {
  const sets = imageRegion(image, location)?.diskEncryptionSets ?? []
  return sets.find((set) => set.disk === disk)?.diskEncryptionSetId ?? ''
}

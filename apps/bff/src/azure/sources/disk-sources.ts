import { regionName } from '@portal/arm'
import type { SourceResourceOf } from '@portal/image-version'
import * as z from 'zod/mini'
import { defined, hyperVGeneration, osType, trackedResource } from '../arm/wire-facts.ts'
import { architecture, controllersOf, planFacts, purchasePlan } from '../galleries/capabilities.ts'

/** The facts of a managed disk or a snapshot that the rules need; both have the same format. */
export const armDisk = z.object({
  ...trackedResource,
  osType,
  hyperVGeneration,
  sku: z.nullish(z.object({ name: z.optional(z.string()) })),
  diskSizeGB: z.nullish(z.number()),
  timeCreated: z.nullish(z.date()),
  encryption: z.nullish(z.object({ diskEncryptionSetId: z.nullish(z.string()) })),
  encryptionSettingsCollection: z.nullish(z.object({ enabled: z.optional(z.boolean()) })),
  securityProfile: z.nullish(z.object({ securityType: z.nullish(z.string()) })),
  supportedCapabilities: z.nullish(
    z.object({
      architecture,
      diskControllerTypes: z.nullish(z.string()),
      acceleratedNetwork: z.nullish(z.boolean()),
    }),
  ),
  supportsHibernation: z.nullish(z.boolean()),
  purchasePlan,
})

/** https://learn.microsoft.com/rest/api/compute/disks/get */
export function toDiskSource(
  type: 'Disk' | 'Snapshot',
  disk: z.output<typeof armDisk>,
): SourceResourceOf<'Disk' | 'Snapshot'> {
  return {
    type,
    id: disk.id,
    name: disk.name,
    location: regionName(disk.location),
    provisioningState: disk.provisioningState ?? '',
    ...defined({
      osType: disk.osType,
      hyperVGeneration: disk.hyperVGeneration,
      securityType: disk.securityProfile?.securityType,
      timeCreated: disk.timeCreated?.toISOString(),
    }),
    ...diskCapabilities(disk),
    usesAzureDiskEncryption: disk.encryptionSettingsCollection?.enabled ?? false,
    disk: {
      name: disk.name,
      ...defined({
        sizeInGB: disk.diskSizeGB,
        storageAccountType: disk.sku?.name,
        diskEncryptionSetId: disk.encryption?.diskEncryptionSetId,
      }),
    },
  }
}

/** What a disk says about the system on it. */
export function diskCapabilities(disk: z.output<typeof armDisk> | undefined) {
  const { architecture: chosen, diskControllerTypes, acceleratedNetwork } = disk?.supportedCapabilities ?? {}
  return defined({
    architecture: chosen,
    diskControllerTypes: controllersOf(diskControllerTypes),
    isAcceleratedNetworkSupported: acceleratedNetwork,
    isHibernateSupported: disk?.supportsHibernation,
    purchasePlan: planFacts(disk?.purchasePlan),
  })
}

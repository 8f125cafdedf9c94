import { apiVersions } from '@portal/arm'
import * as z from 'zod/mini'

const diskImage = {
  sizeInGB: z.optional(z.number()),
  source: z.optional(
    z.looseObject({
      id: z.optional(z.string()),
      uri: z.optional(z.string()),
      storageAccountId: z.optional(z.string()),
    }),
  ),
}

const encryption = z.looseObject({
  osDiskImage: z.optional(
    z.looseObject({
      diskEncryptionSetId: z.optional(z.string()),
      securityProfile: z.optional(
        z.looseObject({
          confidentialVMEncryptionType: z.optional(z.string()),
          secureVMDiskEncryptionSetId: z.optional(z.string()),
        }),
      ),
    }),
  ),
  dataDiskImages: z.optional(
    z.array(
      z.looseObject({
        lun: z.number(),
        diskEncryptionSetId: z.optional(z.string()),
        securityProfile: z.optional(
          z.looseObject({
            confidentialVMEncryptionType: z.optional(z.string()),
            secureVMDiskEncryptionSetId: z.optional(z.string()),
          }),
        ),
      }),
    ),
  ),
})

export const storedTargetRegion = z.looseObject({
  /** in any of ARM's spellings */
  name: z.string(),
  regionalReplicaCount: z.optional(z.number()),
  storageAccountType: z.optional(z.string()),
  excludeFromLatest: z.optional(z.boolean()),
  encryption: z.optional(encryption),
})
export type StoredVersionRegion = z.infer<typeof storedTargetRegion>

/**
 * A complete image version from ARM's GET: it keeps fields that the portal does not know, so that an update can send
 * them back. Null values of ARM have no meaning and are omitted.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export const storedVersion = z.looseObject({
  id: z.string(),
  location: z.string(),
  tags: z.optional(z.record(z.string(), z.string())),
  properties: z.looseObject({
    provisioningState: z.optional(z.string()),
    publishingProfile: z.looseObject({
      targetRegions: z.array(storedTargetRegion),
      replicaCount: z.optional(z.number()),
      storageAccountType: z.optional(z.string()),
      storageAccountStrategy: z.optional(z.string()),
      excludeFromLatest: z.optional(z.boolean()),
      publishedDate: z.optional(z.string()),
      endOfLifeDate: z.optional(z.string()),
      replicationMode: z.optional(z.string()),
    }),
    storageProfile: z.looseObject({
      source: z.optional(z.looseObject({ id: z.optional(z.string()), virtualMachineId: z.optional(z.string()) })),
      osDiskImage: z.optional(z.looseObject(diskImage)),
      dataDiskImages: z.optional(z.array(z.looseObject({ ...diskImage, lun: z.number() }))),
    }),
    safetyProfile: z.optional(
      z.looseObject({
        allowDeletionOfReplicatedLocations: z.optional(z.boolean()),
        blockDeletionBeforeEndOfLife: z.optional(z.boolean()),
      }),
    ),
  }),
})
export type StoredVersion = z.infer<typeof storedVersion>

/**
 * The api-version in which versions are read and written for an update: an older one leaves fields out of the GET
 * (the keys of data disks of confidential machines came with 2026-03-03), and the PUT would then lose them.
 */
export const imageVersionApiVersion = apiVersions.imageVersions.version

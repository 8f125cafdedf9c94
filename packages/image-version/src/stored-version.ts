import { apiVersions } from '@portal/arm'
import * as z from 'zod/mini'

/**
 * Tags as ARM has them, by name. Not a record of zod, which drops a tag `__proto__`: an update would then delete it.
 */
export const storedTags = z.custom<Record<string, string>>(
  (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text: unknown) => typeof text === 'string'),
)

const diskImage = {
  sizeInGB: z.exactOptional(z.number()),
  source: z.exactOptional(
    z.looseObject({
      id: z.exactOptional(z.string()),
      uri: z.exactOptional(z.string()),
      storageAccountId: z.exactOptional(z.string()),
    }),
  ),
}

const encryption = z.looseObject({
  osDiskImage: z.exactOptional(
    z.looseObject({
      diskEncryptionSetId: z.exactOptional(z.string()),
      securityProfile: z.exactOptional(
        z.looseObject({
          confidentialVMEncryptionType: z.exactOptional(z.string()),
          secureVMDiskEncryptionSetId: z.exactOptional(z.string()),
        }),
      ),
    }),
  ),
  dataDiskImages: z.exactOptional(
    z.array(
      z.looseObject({
        lun: z.number(),
        diskEncryptionSetId: z.exactOptional(z.string()),
        securityProfile: z.exactOptional(
          z.looseObject({
            confidentialVMEncryptionType: z.exactOptional(z.string()),
            secureVMDiskEncryptionSetId: z.exactOptional(z.string()),
          }),
        ),
      }),
    ),
  ),
})

export const storedVersionRegion = z.looseObject({
  /** in any of ARM's spellings */
  name: z.string(),
  regionalReplicaCount: z.exactOptional(z.number()),
  storageAccountType: z.exactOptional(z.string()),
  excludeFromLatest: z.exactOptional(z.boolean()),
  encryption: z.exactOptional(encryption),
})
export type StoredVersionRegion = z.infer<typeof storedVersionRegion>

/**
 * A complete image version from ARM's GET: it keeps fields that the portal does not know, so that an update can send
 * them back. Null values of ARM have no meaning and are omitted.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export const storedVersion = z.looseObject({
  id: z.string(),
  location: z.string(),
  tags: z.exactOptional(storedTags),
  properties: z.looseObject({
    provisioningState: z.exactOptional(z.string()),
    publishingProfile: z.looseObject({
      targetRegions: z.array(storedVersionRegion),
      replicaCount: z.exactOptional(z.number()),
      storageAccountType: z.exactOptional(z.string()),
      storageAccountStrategy: z.exactOptional(z.string()),
      excludeFromLatest: z.exactOptional(z.boolean()),
      publishedDate: z.exactOptional(z.string()),
      endOfLifeDate: z.exactOptional(z.string()),
      replicationMode: z.exactOptional(z.string()),
    }),
    storageProfile: z.looseObject({
      source: z.exactOptional(
        z.looseObject({ id: z.exactOptional(z.string()), virtualMachineId: z.exactOptional(z.string()) }),
      ),
      osDiskImage: z.exactOptional(z.looseObject(diskImage)),
      dataDiskImages: z.exactOptional(z.array(z.looseObject({ ...diskImage, lun: z.number() }))),
    }),
    safetyProfile: z.exactOptional(
      z.looseObject({
        allowDeletionOfReplicatedLocations: z.exactOptional(z.boolean()),
        blockDeletionBeforeEndOfLife: z.exactOptional(z.boolean()),
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

import { regionName, type ResourceId } from '@portal/arm'
import { earlierSuccessors, type SurveyedDefinition } from '@portal/campaign'
import { compareVersionNames } from '@portal/gallery'
import { blankTargetRegion, type EarlierVersion, type Inventory, storageAccountTypeNamed } from '@portal/image-version'
import * as z from 'zod/mini'
import { acceptsFields } from '../../http/schema-check.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'
import { imageVersionsOf } from '../galleries/stored-version.ts'

const set = z.nullish(z.string())

const earlierProperties = z.object({
  provisioningState: z.nullish(z.string()),
  publishingProfile: z.nullish(
    z.object({
      targetRegions: z.nullish(
        z.array(
          z.object({
            name: z.string(),
            regionalReplicaCount: z.nullish(z.number()),
            storageAccountType: z.nullish(z.string()),
            encryption: z.nullish(
              z.object({
                osDiskImage: z.nullish(
                  z.object({
                    diskEncryptionSetId: set,
                    securityProfile: z.nullish(z.object({ secureVMDiskEncryptionSetId: set })),
                  }),
                ),
                dataDiskImages: z.nullish(z.array(z.object({ lun: z.number(), diskEncryptionSetId: set }))),
              }),
            ),
          }),
        ),
      ),
    }),
  ),
})
const listedVersion = z.object({
  name: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
  properties: z.nullish(earlierProperties),
})
const isListed = acceptsFields(listedVersion)
type Earlier = Pick<z.output<typeof listedVersion>, 'name' | 'tags'> & Partial<z.output<typeof earlierProperties>>
type EarlierRegion = NonNullable<NonNullable<Earlier['publishingProfile']>['targetRegions']>[number]

/**
 * The numbers of a definition's versions, and the latest one that Azure has completed, of all and of the encrypted, all
 * from one list.
 * Sets of confidential data disks are not in this version of Azure's API, so they are left out.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/list-by-gallery-image
 */
export async function earlierVersions(
  azure: Azure,
  definition: ResourceId,
): Promise<Pick<Inventory, 'existingVersionNames' | 'latestVersionName' | 'latestEncryptedVersion'>> {
  const versions = (await listed(azure, definition)).toSorted((one, other) => compareVersionNames(other.name, one.name))
  const completed = versions.filter(({ provisioningState }) => provisioningState === 'Succeeded')
  const encrypted = completed.find((version) => earlierVersionOf(version).targetRegions.some(hasSet))
  return {
    existingVersionNames: versions.map(({ name }) => name),
    ...(completed[0] && { latestVersionName: completed[0].name }),
    ...(encrypted && { latestEncryptedVersion: earlierVersionOf(encrypted) }),
  }
}

/** The numbers of a definition's versions, and those that campaigns have created, from the same list. */
export async function versionsAndSuccessors(
  azure: Azure,
  definition: ResourceId,
): Promise<Pick<SurveyedDefinition, 'existingVersionNames' | 'successors'>> {
  const versions = await listed(azure, definition)
  return { existingVersionNames: versions.map(({ name }) => name), successors: earlierSuccessors(versions) }
}

async function listed(azure: Azure, definition: ResourceId): Promise<Earlier[]> {
  const versions = await allOf(listedVersion, imageVersionsOf(azure, definition), isListed)
  return versions.map(({ name, tags, properties }) => ({ name, tags, ...properties }))
}

function earlierVersionOf({ name, publishingProfile }: Earlier): EarlierVersion {
  return { name, targetRegions: publishingProfile?.targetRegions?.map(toTargetRegion) ?? [] }
}

function toTargetRegion({ name, regionalReplicaCount, storageAccountType, encryption }: EarlierRegion) {
  const { osDiskImage, dataDiskImages } = encryption ?? {}
  return {
    ...blankTargetRegion(regionName(name)),
    regionalReplicaCount: regionalReplicaCount ?? null,
    storageAccountType: storageAccountTypeNamed(storageAccountType ?? undefined) ?? null,
    encryption: {
      osDiskImage: osDiskImage?.diskEncryptionSetId ?? '',
      dataDiskImages: (dataDiskImages ?? []).flatMap(({ lun, diskEncryptionSetId }) =>
        diskEncryptionSetId ? [{ lun, diskEncryptionSetId }] : [],
      ),
      secureVMDiskEncryptionSetId: osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId ?? '',
    },
  }
}

function hasSet({ encryption }: EarlierVersion['targetRegions'][number]): boolean {
  const { osDiskImage, dataDiskImages, secureVMDiskEncryptionSetId } = encryption
  return osDiskImage !== '' || secureVMDiskEncryptionSetId !== '' || dataDiskImages.length > 0
}

import { regionName } from '@portal/arm'
import {
  asksForSet,
  blankPlan,
  blankTargetRegion,
  type ImageVersionPlan,
  type RegionEncryption,
  type AppliedVersion,
} from '@portal/image-version'
import type { EncryptionProfile } from './encryption-profile.ts'

type ProfileRegions = EncryptionProfile['regions']

/** The regions of a plan with the sets that it would send, without those that have none. */
export function profileRegionsOfPlan(plan: ImageVersionPlan): ProfileRegions {
  return withSets(
    plan.targetRegions.map(({ name, encryption }) => ({
      name,
      encryption: {
        osDiskImage: asksForSet(plan, 'os') ? encryption.osDiskImage : '',
        dataDiskImages: encryption.dataDiskImages.filter(({ lun }) => asksForSet(plan, lun)),
        secureVMDiskEncryptionSetId:
          plan.confidentialVMEncryptionType === 'EncryptedWithCmk' ? encryption.secureVMDiskEncryptionSetId : '',
      },
    })),
  )
}

/** The regions of a version with the sets that Azure stores, without those that have none. */
export function profileRegionsOfVersion({ targetRegions }: Pick<AppliedVersion, 'targetRegions'>): ProfileRegions {
  return withSets(
    targetRegions.map(({ name, osDiskImage, dataDiskImages, secureVMDiskEncryptionSetId }) => ({
      name: regionName(name),
      encryption: {
        osDiskImage: osDiskImage ?? '',
        dataDiskImages: dataDiskImages.flatMap(({ lun, diskEncryptionSetId }) =>
          diskEncryptionSetId === undefined ? [] : [{ lun, diskEncryptionSetId }],
        ),
        secureVMDiskEncryptionSetId: secureVMDiskEncryptionSetId ?? '',
      },
    })),
  )
}

/** A plan with the regions and sets of a profile, and nothing else chosen. */
export function planOfProfile({ regions }: EncryptionProfile): ImageVersionPlan {
  return {
    ...blankPlan(''),
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: regions.map(({ name, encryption }) => ({ ...blankTargetRegion(regionName(name)), encryption })),
  }
}

function withSets(regions: ProfileRegions): ProfileRegions {
  return regions.filter(({ name, encryption }) => name !== '' && hasSet(encryption))
}

function hasSet({ osDiskImage, dataDiskImages, secureVMDiskEncryptionSetId }: RegionEncryption): boolean {
  return (
    osDiskImage !== '' ||
    secureVMDiskEncryptionSetId !== '' ||
    dataDiskImages.some(({ diskEncryptionSetId }) => diskEncryptionSetId !== '')
  )
}

import { blankTargetRegion, type TargetRegion } from '@portal/image-version'

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'

/**
 * A target region whose OS disk and LUN 0 have Contoso's two sets there, named `<prefix>DiskEncryptionSet1` and `2`.
 */
export function anEncryptedRegion(name: string, prefix: string): TargetRegion {
  const setId = (number: number) => `${group}/diskEncryptionSets/${prefix}DiskEncryptionSet${number}`
  const dataDiskImages = [{ lun: 0, diskEncryptionSetId: setId(2) }]
  return {
    ...blankTargetRegion(name),
    encryption: { osDiskImage: setId(1), dataDiskImages, secureVMDiskEncryptionSetId: '' },
  }
}

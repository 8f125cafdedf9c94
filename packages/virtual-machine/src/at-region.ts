import { isInAnotherSubscription } from '@portal/disk-encryption'
import type { DiskKey } from '@portal/image-version'
import { imageSecurityEncryptionType } from './image-security.ts'
import { imageDiskEncryptionSetId, imageRegion, type MachineImage } from './virtual-machine-inventory.ts'
import { blankMachineDisk, type MachineDisk, type VirtualMachinePlan } from './virtual-machine-plan.ts'

/**
 * The plan moved to a region: each disk has the set that the image gives it there, unless that set is in another
 * subscription, where a machine can't use it. Size and subnet belong to the previous region, so they are chosen again.
 */
export function atRegion(plan: VirtualMachinePlan, location: string, image: MachineImage): VirtualMachinePlan {
  const usable = (id: string) => (isInAnotherSubscription(id, plan.subscriptionId) ? '' : id)
  const moved = (key: DiskKey, disk: MachineDisk = blankMachineDisk): MachineDisk => ({
    storageAccountType: disk.storageAccountType,
    diskEncryptionSetId: usable(imageDiskEncryptionSetId(image, location, key)),
  })
  const there = imageRegion(image, location)
  return {
    ...plan,
    location,
    size: '',
    osDisk: moved('os', plan.osDisk),
    dataDisks: image.dataDisks.map(({ lun }) => ({
      lun,
      ...moved(
        lun,
        plan.dataDisks.find((disk) => disk.lun === lun),
      ),
    })),
    securityEncryptionType:
      imageSecurityEncryptionType(there?.confidentialVMEncryptionType) ?? plan.securityEncryptionType,
    secureVMDiskEncryptionSetId: usable(there?.secureVMDiskEncryptionSetId ?? ''),
    network: plan.network.type === 'Existing' ? { type: 'Existing', subnetId: '' } : plan.network,
  }
}

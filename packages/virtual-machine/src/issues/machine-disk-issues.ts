import { resourceNameOf, sameResourceId, tryParseResourceId } from '@portal/arm'
import { diskEncryptionSetById, isInAnotherSubscription, regionDisplayName } from '@portal/disk-encryption'
import { type DiskKey, errorAt, type Issue, type IssuePath, warningAt } from '@portal/image-version'
import { diskEncryptionSetIssues } from '@portal/version-rules'
import { confidentialDiskEncryptionSets, machineSetRequirement } from '../machine-disk-encryption-sets.ts'
import { imageDiskEncryptionSetId, imageRegion, type VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { MachineDisk, VirtualMachinePlan } from '../virtual-machine-plan.ts'

/** A disk's path in the plan; a data disk by its LUN, not its index. */
export function machineDiskPath(disk: DiskKey): IssuePath {
  return disk === 'os' ? ['osDisk'] : ['dataDisks', disk]
}

/** The disks of a plan: the OS disk, then the data disks. */
export function machineDisks(plan: VirtualMachinePlan): { key: DiskKey; disk: MachineDisk }[] {
  return [{ key: 'os', disk: plan.osDisk }, ...plan.dataDisks.map((disk) => ({ key: disk.lun, disk }))]
}

// A set is in the machine's own subscription and region. What the image encrypts with customer-managed keys can't
// return to platform-managed keys, so if the image's own set can't be used, another one is required.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
export function machineDiskIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  if (plan.location === '' || imageRegion(inventory.image, plan.location) === undefined) return []
  return machineDisks(plan).flatMap(({ key, disk }) => setIssues({ plan, inventory }, key, disk.diskEncryptionSetId))
}

interface Judged {
  plan: VirtualMachinePlan
  inventory: VirtualMachineInventory
}

function setIssues({ plan, inventory }: Judged, disk: DiskKey, id: string): Issue[] {
  const path = [...machineDiskPath(disk), 'diskEncryptionSetId']
  const inImage = imageDiskEncryptionSetId(inventory.image, plan.location, disk)
  if (id === '') {
    if (inImage === '') return []
    const params = { disk, region: regionDisplayName(inventory, plan.location) }
    return [
      isInAnotherSubscription(inImage, plan.subscriptionId)
        ? errorAt(path, 'ImageSetInAnotherSubscription', params)
        : errorAt(path, 'DiskEncryptionSetRequired', params),
    ]
  }
  const parsed = tryParseResourceId(id)
  const name = parsed === undefined ? id : resourceNameOf(parsed)
  if (isInAnotherSubscription(id, plan.subscriptionId))
    return [errorAt(path, 'MachineSetInAnotherSubscription', { name, disk })]
  const isDouble =
    diskEncryptionSetById(inventory, id)?.encryptionType === 'EncryptionAtRestWithPlatformAndCustomerKeys'
  const type = isDouble ? 'EncryptionAtRestWithPlatformAndCustomerKeys' : 'EncryptionAtRestWithCustomerKey'
  const isReplaced =
    inImage !== '' && !sameResourceId(id, inImage) && !isInAnotherSubscription(inImage, plan.subscriptionId)
  return [
    ...diskEncryptionSetIssues(
      { path, diskEncryptionSetId: id, requirement: machineSetRequirement(plan, type) },
      inventory,
    ),
    ...(isReplaced ? [warningAt(path, 'ImageSetReplaced', { name, disk })] : []),
  ]
}

// https://learn.microsoft.com/azure/virtual-machines/disks-hdd-os-retirement
export function standardHddIssues({ osDisk }: VirtualMachinePlan): Issue[] {
  if (osDisk.storageAccountType !== 'Standard_LRS') return []
  return [warningAt(['osDisk', 'storageAccountType'], 'OsDiskOnStandardHdd', {})]
}

// https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-portal
export function encryptionAtHostIssues(
  { encryptionAtHost, size: name }: VirtualMachinePlan,
  { hasEncryptionAtHost, sizes }: VirtualMachineInventory,
): Issue[] {
  if (!encryptionAtHost) return []
  const path = ['encryptionAtHost']
  const size = sizes.find((each) => each.name === name)
  return [
    ...(hasEncryptionAtHost === false ? [errorAt(path, 'EncryptionAtHostFeatureMissing', {})] : []),
    ...(size?.supportsEncryptionAtHost === false ? [errorAt(path, 'EncryptionAtHostNotForSize', { size: name })] : []),
  ]
}

// The OS disk of a confidential machine is encrypted as its image says, with its own set if the key is
// customer-managed.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
export function confidentialDiskIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  if (plan.securityType !== 'ConfidentialVM') return []
  if (plan.securityEncryptionType === null)
    return [errorAt(['securityEncryptionType'], 'SecurityEncryptionTypeRequired', {})]
  if (plan.securityEncryptionType !== 'DiskWithVMGuestState' || plan.location === '') return []
  const path = ['secureVMDiskEncryptionSetId']
  const { secureVMDiskEncryptionSetId: id } = plan
  if (id !== '') {
    const requirement = machineSetRequirement(plan, 'ConfidentialVmEncryptedWithCustomerKey')
    return diskEncryptionSetIssues({ path, diskEncryptionSetId: id, requirement }, inventory)
  }
  const inImage = imageRegion(inventory.image, plan.location)?.confidentialVMEncryptionType === 'EncryptedWithCmk'
  if (!inImage) return []
  const region = regionDisplayName(inventory, plan.location)
  const encryptionType = 'ConfidentialVmEncryptedWithCustomerKey' as const
  return confidentialDiskEncryptionSets(plan, inventory).length > 0
    ? [errorAt(path, 'ConfidentialDiskEncryptionSetRequired', { region })]
    : [errorAt(path, 'NoDiskEncryptionSetInRegion', { region, encryptionType })]
}

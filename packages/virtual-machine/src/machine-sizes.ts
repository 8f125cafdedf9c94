import { diskControllersOf } from '@portal/gallery'
import type { MachineSize, VirtualMachineInventory } from './virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/** Why Azure refuses a machine of a size from an image; each is the code of an issue. */
export type SizeMisfit =
  | 'MachineSizeOfAnotherGeneration'
  | 'MachineSizeOfAnotherArchitecture'
  | 'MachineSizeNeedsNvme'
  | 'MachineSizeNotForSecurityType'
  | 'MachineSizeForFewerDataDisks'

type Image = Pick<VirtualMachineInventory, 'imageDefinition' | 'image'>

/**
 * What keeps the image from starting on a machine of that size, the most lasting first; none if the size fits.
 * https://learn.microsoft.com/azure/virtual-machines/enable-nvme-remote-faqs,
 * https://learn.microsoft.com/azure/virtual-machines/trusted-launch#virtual-machines-sizes
 */
export function sizeMisfits(
  size: MachineSize,
  { securityType }: Pick<VirtualMachinePlan, 'securityType'>,
  { imageDefinition, image }: Image,
): SizeMisfit[] {
  const isSecureEnough =
    size.isConfidential === (securityType === 'ConfidentialVM') &&
    (securityType !== 'TrustedLaunch' || size.supportsTrustedLaunch)
  const rules: [fits: boolean, SizeMisfit][] = [
    [size.hyperVGenerations.includes(imageDefinition.hyperVGeneration), 'MachineSizeOfAnotherGeneration'],
    [size.architecture === imageDefinition.architecture, 'MachineSizeOfAnotherArchitecture'],
    [size.maxDataDisks >= image.dataDisks.length, 'MachineSizeForFewerDataDisks'],
    [!requiresNvme(size) || supportsNvme({ imageDefinition, image }), 'MachineSizeNeedsNvme'],
    [isSecureEnough, 'MachineSizeNotForSecurityType'],
  ]
  return rules.filter(([fits]) => !fits).map(([, misfit]) => misfit)
}

/** Whether the image's definition says that this version can start from an NVMe disk. */
export function supportsNvme({ imageDefinition, image }: Image): boolean {
  return diskControllersOf(imageDefinition, image.name)?.includes('NVMe') === true
}

/** Whether machines of the size have no SCSI controller: those of most series from generation 6 on. */
export function requiresNvme({ diskControllers }: MachineSize): boolean {
  return !diskControllers.includes('SCSI')
}

// Windows Server starts with less, but hardly works:
// https://learn.microsoft.com/windows-server/get-started/hardware-requirements
const leastMemoryGB = { Windows: 4, Linux: 1 }

/**
 * The size with the fewest processors and the least memory that fits, of two alike the newer one; '' if there is none.
 * It is of no series that Azure retires, and has what the plan's disks require.
 */
export function proposedSize(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): string {
  const { osType } = inventory.imageDefinition
  const [smallest] = inventory.sizes
    .filter(
      (size) =>
        sizeMisfits(size, plan, inventory).length === 0 &&
        size.retiresOn === undefined &&
        size.supportsPremiumStorage &&
        (size.supportsEncryptionAtHost || !plan.encryptionAtHost) &&
        size.memoryGB >= leastMemoryGB[osType],
    )
    .toSorted(
      (one, other) =>
        one.vCPUs - other.vCPUs ||
        one.memoryGB - other.memoryGB ||
        seriesVersion(other) - seriesVersion(one) ||
        one.name.localeCompare(other.name),
    )
  return smallest?.name ?? ''
}

/** 6 of `Standard_D2s_v6`; of a name without one, 1. https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions */
function seriesVersion({ name }: MachineSize): number {
  return Number(/_v(\d+)$/i.exec(name)?.[1] ?? 1)
}

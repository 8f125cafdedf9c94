import type { DiskKey } from '@portal/image-version'
import type { MachineDisk, VirtualMachinePlan } from '@portal/virtual-machine'

/** The fields of the plan in which the disk `key` is changed. */
export function changedDisk(
  plan: Pick<VirtualMachinePlan, 'osDisk' | 'dataDisks'>,
  key: DiskKey,
  change: Partial<MachineDisk>,
): Partial<Pick<VirtualMachinePlan, 'osDisk' | 'dataDisks'>> {
  if (key === 'os') return { osDisk: { ...plan.osDisk, ...change } }
  return { dataDisks: plan.dataDisks.map((disk) => (disk.lun === key ? { ...disk, ...change } : disk)) }
}

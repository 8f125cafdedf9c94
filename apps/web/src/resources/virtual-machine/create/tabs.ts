import type { Issue, IssuePath } from '@portal/image-version'
import type { VirtualMachineInventory, VirtualMachinePlan } from '@portal/virtual-machine'
import type { WizardTabs } from '../../../patterns/wizard/wizard-tabs.ts'

const tabIds = ['basics', 'disks', 'networking', 'tags', 'review'] as const
export type TabId = (typeof tabIds)[number]

const owners: Record<string, TabId> = {
  osDisk: 'disks',
  dataDisks: 'disks',
  encryptionAtHost: 'disks',
  securityEncryptionType: 'disks',
  secureVMDiskEncryptionSetId: 'disks',
  network: 'networking',
  tags: 'tags',
}

/** The tabs of the wizard for a machine, in the Azure portal's order, with the fields that each shows. */
export const tabs: WizardTabs<TabId> = { ids: tabIds, tabOf: ([field]: IssuePath) => owners[field ?? ''] ?? 'basics' }

/** What every tab gets. A tab shows and reports: it decides nothing. */
export interface TabProps {
  plan: VirtualMachinePlan
  inventory: VirtualMachineInventory
  /** the data for the latest choice of subscription and region is loading */
  isStale: boolean
  /** the issues to be shown now */
  issues: Issue[]
  onEdit: (fields: Partial<VirtualMachinePlan>) => void
  /** the user has left the field at `path`: its issues can be shown from now on */
  onLeave: (path: IssuePath) => void
}

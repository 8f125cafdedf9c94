import type { Issue, IssuePath, VirtualMachineInventory, VirtualMachinePlan } from '@portal/image-version'

/** What every tab gets. A tab shows and reports: it decides nothing. */
export interface TabProps {
  plan: VirtualMachinePlan
  inventory: VirtualMachineInventory
  /** what goes with the latest choice of subscription and region is on its way */
  isStale: boolean
  /** the issues to be shown now */
  issues: Issue[]
  onEdit: (fields: Partial<VirtualMachinePlan>) => void
  /** the user has left the field at `path`: its issues may be shown from now on */
  onLeave: (path: IssuePath) => void
}

import type { Issue } from '@portal/image-version'
import { tagIssues } from '@portal/version-rules'
import type { VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from '../virtual-machine-plan.ts'
import { adminUsernameIssues } from './administrator-issues.ts'
import {
  machineNameIssues,
  machineRegionIssues,
  machineSecurityIssues,
  machineSizeIssues,
  resourceGroupIssues,
  revokedImageIssues,
} from './machine-basics-issues.ts'
import {
  confidentialDiskIssues,
  encryptionAtHostIssues,
  machineDiskIssues,
  standardHddIssues,
} from './machine-disk-issues.ts'
import { machineNetworkIssues } from './machine-network-issues.ts'
import { purchasePlanIssues } from './purchase-plan-issues.ts'

const rules: readonly ((plan: VirtualMachinePlan, inventory: VirtualMachineInventory) => Issue[])[] = [
  // Basics
  resourceGroupIssues,
  machineNameIssues,
  machineRegionIssues,
  revokedImageIssues,
  purchasePlanIssues,
  machineSecurityIssues,
  machineSizeIssues,
  adminUsernameIssues,
  // Disks
  encryptionAtHostIssues,
  confidentialDiskIssues,
  standardHddIssues,
  machineDiskIssues,
  // Networking
  machineNetworkIssues,
  // Tags
  tagIssues,
]

/** Everything wrong with the plan of a machine, but for its password or key: that is for `adminSecretIssues`. */
export function virtualMachineIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  return rules.flatMap((rule) => rule(plan, inventory))
}

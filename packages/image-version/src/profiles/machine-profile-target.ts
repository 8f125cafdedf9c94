import { confidentialSetType } from '../encryption/disk-encryption-set.ts'
import type { Inventory } from '../inventory.ts'
import { machineDisks } from '../virtual-machine/issues/machine-disk-issues.ts'
import { plainSetTypes } from '../virtual-machine/machine-disk-encryption-sets.ts'
import type { VirtualMachinePlan } from '../virtual-machine/virtual-machine-plan.ts'
import type { ProfileCell, ProfileTarget } from './apply-profile.ts'

/** The disks of a machine as a target for a profile, of which its region counts. */
export function machineProfileTarget(
  plan: VirtualMachinePlan,
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
): ProfileTarget {
  const region = plan.location
  const ofDisks = machineDisks(plan).map(({ key }): ProfileCell => ({ region, disk: key, types: plainSetTypes }))
  const cells =
    plan.securityEncryptionType === 'DiskWithVMGuestState'
      ? [...ofDisks, { region, disk: 'confidential' as const, types: [confidentialSetType] }]
      : ofDisks
  return { cells, subscriptionId: plan.subscriptionId, inventory }
}

import { confidentialSetType } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { machineDisks, plainSetTypes, type VirtualMachinePlan } from '@portal/virtual-machine'
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

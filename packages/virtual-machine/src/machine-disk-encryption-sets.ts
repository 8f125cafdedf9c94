import {
  type DiskEncryptionSet,
  type DiskEncryptionSetRequirement,
  eligibleDiskEncryptionSets,
} from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/** The types of set that the disks of a machine can have, that for confidential OS disks apart. */
export const plainSetTypes = ['EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'] as const

type Place = Pick<VirtualMachinePlan, 'location' | 'subscriptionId'>

/** The requirements of a machine's disk for its set: the machine's subscription and region, and a type. */
export function machineSetRequirement(
  { location, subscriptionId }: Place,
  encryptionType: DiskEncryptionSet['encryptionType'],
): DiskEncryptionSetRequirement {
  return { encryptionType, region: location, subscriptionId }
}

/**
 * The sets that the disks of a machine can use, those with customer-managed keys before those with double encryption.
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
 */
export function machineDiskEncryptionSets(
  place: Place,
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
): DiskEncryptionSet[] {
  return plainSetTypes.flatMap((type) => eligibleDiskEncryptionSets(machineSetRequirement(place, type), inventory))
}

/** The sets that the confidential OS disk of a machine can use. */
export function confidentialDiskEncryptionSets(
  place: Place,
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
): DiskEncryptionSet[] {
  return eligibleDiskEncryptionSets(machineSetRequirement(place, 'ConfidentialVmEncryptedWithCustomerKey'), inventory)
}

import { system } from '../../../../resource-change.ts'
import type { StoredResource } from '../../../../store/store.ts'
import type { Tenant } from '../../../../world.ts'
import { recordingChanges } from '../../../changes/recorded-changes.ts'
import { powerOf, withPower } from '../machine-status.ts'
import { lostKeyOfSet, setsOfMachine } from './machine-sets.ts'

// Reads and writes begin to fail one hour after a key is disabled or deleted, and the machine is shut down:
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#full-control-of-your-keys
const untilStopped = 60 * 60_000

const machineTypes = ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines']

/**
 * Shuts down the running machines whose set has been without its key for an hour by `now` (ms), and still was at the
 * end of that hour. Costs nothing while no key is lost.
 */
export function stopMachinesWithoutKey(tenant: Tenant, now = tenant.clock.now()): void {
  for (const [setId, since] of tenant.keyLosses) {
    const at = since + untilStopped
    if (now < at) continue
    tenant.keyLosses.delete(setId)
    if (lostKeyOfSet(tenant, setId, at))
      recordingChanges(tenant, { actor: system, at }, () => {
        for (const machine of runningMachinesOf(tenant, setId)) tenant.store.put(withPower(machine, 'stopped'))
      })
  }
}

/** The running machines and instances that need a set, by its id in lowercase: it is for its own subscription only. */
export function runningMachinesOf(tenant: Tenant, setId: string): StoredResource[] {
  const scope = setId.split('/').slice(0, 3).join('/')
  return machineTypes
    .flatMap((type) => tenant.store.list(scope, type))
    .filter(
      (machine) =>
        powerOf(machine) === 'running' && setsOfMachine(tenant, machine).some((id) => id.toLowerCase() === setId),
    )
}

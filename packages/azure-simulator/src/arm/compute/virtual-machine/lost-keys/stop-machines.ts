import type { Tenant } from '../../../../world.ts'
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
    if (lostKeyOfSet(tenant, setId, at)) stopMachinesOf(tenant, setId)
  }
}

// A set encrypts disks of its own subscription only.
function stopMachinesOf(tenant: Tenant, setId: string): void {
  const scope = setId.split('/').slice(0, 3).join('/')
  for (const machine of machineTypes.flatMap((type) => tenant.store.list(scope, type))) {
    if (powerOf(machine) !== 'running') continue
    if (setsOfMachine(tenant, machine).some((id) => id.toLowerCase() === setId))
      tenant.store.put(withPower(machine, 'stopped'))
  }
}

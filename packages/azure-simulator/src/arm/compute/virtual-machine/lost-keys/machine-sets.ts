import type { ArmErrorDetail } from '@portal/arm'
import { objectsAt, textAt, valueAt, type Json } from '../../../../json.ts'
import type { StoredResource } from '../../../../store/store.ts'
import type { Tenant } from '../../../../world.ts'
import { lostKeyProblem } from '../../../key-vault/keys/usable-key.ts'
import { diskEncryptionSetAt } from '../../disk-encryption-set/disk-encryption-set-at.ts'

/**
 * The ids of the sets that a machine, or an instance of a scale set, needs: those of its disks as they are now, and
 * that of a confidential machine's state.
 */
export function setsOfMachine({ store }: Tenant, { properties }: StoredResource): string[] {
  const storage = valueAt(properties, 'storageProfile')
  const disks = [valueAt(storage, 'osDisk'), ...objectsAt(storage, 'dataDisks')]
  const ids = disks.flatMap((disk) => {
    const stored = store.get(textAt(disk, 'managedDisk', 'id') ?? '')
    return [
      stored ? textAt(stored.properties, 'encryption', 'diskEncryptionSetId') : setOf(valueAt(disk, 'managedDisk')),
      setOf(valueAt(disk, 'managedDisk', 'securityProfile')),
    ]
  })
  return [...new Set(ids.filter((id) => id !== undefined))]
}

function setOf(value: Json | undefined): string | undefined {
  return textAt(value, 'diskEncryptionSet', 'id')
}

/** Azure's error when a set's existing disks need its key at `now`; undefined: they go on. */
export function lostKeyOfSet(tenant: Tenant, setId: string, now = tenant.clock.now()): ArmErrorDetail | undefined {
  const set = tenant.store.get(setId)
  if (set === undefined) return undefined
  const then: Tenant = { ...tenant, clock: { ...tenant.clock, now: () => now } }
  return lostKeyProblem(then, diskEncryptionSetAt(set, now))
}

/** The first of a machine's keys that can't be used: it can't start. */
export function lostKeyOfMachine(tenant: Tenant, machine: StoredResource): ArmErrorDetail | undefined {
  for (const id of setsOfMachine(tenant, machine)) {
    const problem = lostKeyOfSet(tenant, id)
    if (problem) return problem
  }
  return undefined
}

import { formatResourceId } from '@portal/arm'
import { textAt } from '../../../../json.ts'
import { isChanging, type StoredResource } from '../../../../store/store.ts'
import type { Tenant } from '../../../../world.ts'
import { requestedRoleAssignment } from '../../../authorization/role-assignments.ts'
import { requestedId } from '../../../collections.ts'
import { principalsOf } from '../../../key-vault/keys/usable-key.ts'
import { parameter, type ArmOperation, type ArmRequest } from '../../../request.ts'
import { diskEncryptionSetType } from '../../disk-encryption-set/disk-encryption-set-at.ts'
import { lostKeyOfSet } from './machine-sets.ts'
import { stopMachinesWithoutKey } from './stop-machines.ts'

type TouchedSets = (request: ArmRequest) => StoredResource[]

// What can take a key away from sets, and from which ones.
const touchedBy: Record<string, TouchedSets> = {
  'Microsoft.KeyVault/vaults/write': ofVault,
  'Microsoft.KeyVault/vaults/delete': ofVault,
  'Microsoft.KeyVault/vaults/accessPolicies/write': ofVault,
  'Microsoft.Compute/diskEncryptionSets/write': (request) => {
    const set = request.tenant.store.get(formatResourceId(requestedId(request, diskEncryptionSetType)))
    return set === undefined ? [] : [set]
  },
  'Microsoft.Authorization/roleAssignments/delete': (request) => {
    const principalId = requestedRoleAssignment(request)?.principalId
    return setsOf(request.tenant).filter((set) => principalsOf(set).some(({ id }) => id === principalId))
  },
}

function ofVault(request: ArmRequest): StoredResource[] {
  return setsOfVault(request.tenant, parameter(request, 'name0'))
}

function setsOfVault(tenant: Tenant, vaultName: string): StoredResource[] {
  const start = `https://${vaultName.toLowerCase()}.`
  return setsOf(tenant).filter(({ properties }) =>
    textAt(properties, 'activeKey', 'keyUrl')?.toLowerCase().startsWith(start),
  )
}

function setsOf({ store }: Tenant): StoredResource[] {
  return store.list('', diskEncryptionSetType)
}

/**
 * The operations, those among them that can take a key away watched: from then on the hour of the sets that lost their
 * key runs. A deleted group's vaults go when the deletion is over.
 */
export function watchingKeys(operations: ArmOperation[]): ArmOperation[] {
  return operations.map((operation) => {
    const { action = '' } = operation
    const touched = touchedBy[action]
    const handle = (request: ArmRequest) => operation.handle(request)
    if (touched !== undefined)
      return {
        ...operation,
        handle: (request) =>
          watched(request.tenant, { sets: touched(request), at: request.clock.now() }, () => handle(request)),
      }
    if (action !== 'Microsoft.Resources/subscriptions/resourceGroups/delete') return operation
    return {
      ...operation,
      handle(request) {
        const reply = handle(request)
        noteDeletedGroup(request)
        return reply
      },
    }
  })
}

/** A change inside a vault's own API, watched in the same way. */
export function watchedVault<T>(tenant: Tenant, vaultName: string, change: () => T): T {
  return watched(tenant, { sets: setsOfVault(tenant, vaultName), at: tenant.clock.now() }, change)
}

interface Watch {
  sets: StoredResource[]
  /** milliseconds of the clock */
  at: number
}

function watched<T>(tenant: Tenant, { sets, at }: Watch, change: () => T): T {
  stopMachinesWithoutKey(tenant, at)
  const { keyLosses } = tenant
  const ids = sets.map(({ id }) => id.toLowerCase())
  // One that got its key back by the clock starts anew.
  for (const id of ids) if ((keyLosses.get(id) ?? Infinity) <= at && !lostKeyOfSet(tenant, id, at)) keyLosses.delete(id)
  const result = change()
  for (const id of ids) {
    if (!lostKeyOfSet(tenant, id, at)) keyLosses.delete(id)
    else if (!keyLosses.has(id)) keyLosses.set(id, at)
  }
  return result
}

function noteDeletedGroup({ tenant, clock, parameters }: ArmRequest): void {
  const group = tenant.store.get(
    `/subscriptions/${parameters['subscriptionId']}/resourceGroups/${parameters['resourceGroupName']}`,
  )
  if (group?.change === undefined || !isChanging(group, clock.now())) return
  const within = `${group.id.toLowerCase()}/`
  for (const set of setsOf(tenant)) {
    const vault = textAt(set.properties, 'activeKey', 'sourceVault', 'id')?.toLowerCase()
    if (vault?.startsWith(within)) tenant.keyLosses.set(set.id.toLowerCase(), group.change.endsAt)
  }
}

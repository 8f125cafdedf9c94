import { randomUUID } from 'node:crypto'
import { agreementType } from '../arm/agreements.ts'
import { changeActor } from '../arm/changes/client-type.ts'
import { recordingChanges } from '../arm/changes/recorded-changes.ts'
import { setsOfMachine } from '../arm/compute/virtual-machine/lost-keys/machine-sets.ts'
import { watchedVault } from '../arm/compute/virtual-machine/lost-keys/watch-keys.ts'
import { powerOf, withPower } from '../arm/compute/virtual-machine/machine-status.ts'
import { ArmRefusal } from '../arm/errors.ts'
import { keyType } from '../arm/key-vault/keys/key-location.ts'
import { versionsOf, putKeyVersion } from '../arm/key-vault/keys/key-versions.ts'
import { forgetWaited } from '../arm/refusals/write-fault.ts'
import type { Caller } from '../arm/request.ts'
import { servicePrincipalOf } from '../directory/tenant-objects.ts'
import { isJsonObject, textAt } from '../json.ts'
import { forgetNextKeyVersion } from '../next-key-version.ts'
import type { Scenario } from '../scenario.ts'
import type { FrozenWorld, RoleAssignment, Tenant } from '../world.ts'

const setType = 'Microsoft.Compute/diskEncryptionSets'
const machineTypes = ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines']

/** The scenario of that ID. Throws 404 if the world has none. */
export function scenarioOf({ scenarios }: Tenant, id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id)
  if (found === undefined)
    throw new ArmRefusal(404, { code: 'ScenarioNotFound', message: 'There is no such scenario.' })
  return found
}

/** Puts back what an earlier try of a scenario changed, and nothing else. */
export function beginScenario(tenant: Tenant, scenario: Scenario, { facts }: Pick<FrozenWorld, 'facts'>): void {
  for (const id of restoredBy(tenant, scenario)) {
    tenant.store.restore(id)
    forgetWaited(tenant, id)
    const isThere = ({ scope }: { scope: string }) => `${scope}/`.toLowerCase().startsWith(`${id}/`.toLowerCase())
    tenant.roleAssignments = [
      ...tenant.roleAssignments.filter((assignment) => !isThere(assignment)),
      ...facts.roleAssignments.filter(isThere),
    ]
    tenant.keyLosses.delete(id.toLowerCase())
  }
  forgetNextKeyVersion(tenant.store)
}

/** The IDs of what was created in the tenant and is gone once the scenario begins; without what is part of another. */
export function removedByScenario(tenant: Tenant, scenario: Scenario, { base }: Pick<FrozenWorld, 'base'>): string[] {
  const created = [...tenant.store.changes().values()].flatMap((resource) =>
    resource === null || resource.type === agreementType || base.byId.has(resource.id.toLowerCase())
      ? []
      : [resource.id],
  )
  const isIn = (id: string, other: string) => id.toLowerCase().startsWith(`${other}/`.toLowerCase())
  const restored = restoredBy(tenant, scenario)
  const removed = created.filter((id) => restored.some((other) => isIn(`${id}/`, other)))
  return removed.filter((id) => !removed.some((other) => isIn(id, other)))
}

function restoredBy(tenant: Tenant, { resourceIds, draft, restores = [] }: Scenario): string[] {
  const version = draft && resourceIds[0] !== undefined ? [`${resourceIds[0]}/versions/${draft.version}`] : []
  return [...version, ...restores.flatMap((id) => (id.includes('/locations/') ? createdIn(tenant, id) : [id]))]
}

/** The sets and vaults in a location; what was there at first is not changed by being put back. */
function createdIn({ store }: Tenant, locationId: string): string[] {
  const [scope = '', location] = locationId.split('/locations/')
  return [setType, 'Microsoft.KeyVault/vaults']
    .flatMap((type) => store.list(scope, type))
    .filter((resource) => resource.location === location)
    .map(({ id }) => id)
}

/**
 * Enables or disables the key of a scenario, as its vault does. Once it is enabled, the machines that it stopped are
 * started. The key of another tenant is enabled for an application, as somebody does there. Throws 409 if the scenario
 * has no key.
 */
export function setScenarioKey(tenant: Tenant, { keyId, letsIn }: Scenario, asked: AskedKey): void {
  if (letsIn !== undefined) setLetIn(tenant, letsIn, asked.enabled)
  else setKeyEnabled(tenant, keyId ?? '', asked)
}

interface AskedKey {
  enabled: boolean
  /** who asks for it */
  caller: Caller
}

/** The same for any key, by its ID. Throws 409 if it is not there. */
export function setKeyEnabled(tenant: Tenant, keyId: string, { enabled, caller }: AskedKey): void {
  const { store, clock } = tenant
  const key = store.get(keyId)
  if (key?.type !== keyType) throw new ArmRefusal(409, { code: 'NoKey', message: 'The key is not there.' })
  const said = { clientType: 'Azure Portal', correlationId: randomUUID(), action: undefined }
  const actor = changeActor(tenant, caller, said)
  const setVersions = () => {
    for (const version of versionsOf(tenant, key.id)) {
      const { attributes } = version.properties
      const updated = Math.floor(clock.now() / 1000)
      putKeyVersion(tenant, {
        ...version,
        properties: {
          ...version.properties,
          attributes: { ...(isJsonObject(attributes) && attributes), enabled, updated },
        },
      })
    }
  }
  recordingChanges(tenant, { actor }, () => {
    watchedVault(tenant, key.id.split('/').at(-3) ?? '', setVersions)
    if (enabled) startMachinesOf(tenant, key.id)
  })
}

// Other tenants are the same for all sandboxes, so what is granted there is kept here.
function setLetIn(tenant: Tenant, { appId, vaultId }: NonNullable<Scenario['letsIn']>, enabled: boolean): void {
  const home = tenant.others?.().find(({ store }) => store.get(vaultId) !== undefined)
  const principalId = home && servicePrincipalOf(home, appId)?.id
  if (principalId === undefined)
    throw new ArmRefusal(409, { code: 'NoKey', message: 'The key vault of this scenario is not there.' })
  const others = tenant.roleAssignments.filter(({ scope }) => scope !== vaultId)
  const grant: RoleAssignment = { principalId, role: 'Key Vault Crypto Service Encryption User', scope: vaultId }
  tenant.roleAssignments = enabled ? [...others, grant] : others
}

function startMachinesOf(tenant: Tenant, keyId: string): void {
  const { store } = tenant
  const [vaultName, keyName] = [keyId.split('/').at(-3), keyId.split('/').at(-1)]
  const start = `https://${vaultName}.vault.azure.net/keys/${keyName}`.toLowerCase()
  const usesKey = (setId: string) => {
    const url = textAt(store.get(setId)?.properties, 'activeKey', 'keyUrl')?.toLowerCase()
    return url === start || url?.startsWith(`${start}/`) === true
  }
  for (const machine of machineTypes.flatMap((type) => store.list('', type)))
    if (powerOf(machine) === 'stopped' && setsOfMachine(tenant, machine).some(usesKey))
      store.put(withPower(machine, 'running'))
}

import { contoso, type RoleAssignment, type World } from '@portal/azure-simulator'
import type { KeyWorldPlan } from '../key-world-plan.ts'
import { machineResourcesOf } from './key-world-machines.ts'
import { resourcesOf, type KeyWorld } from './key-world-resources.ts'

/** Contoso's people with nothing but random worlds. `now` is in milliseconds. */
export function worldOf(plans: readonly KeyWorldPlan[], now: number): { world: World; keyWorlds: KeyWorld[] } {
  const origin = contoso({ now })
  const production = `/subscriptions/${origin.subscriptions[0]?.subscriptionId}`
  const roles = origin.roleAssignments.filter(({ scope }) => scope === production)
  const program = origin.servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')
  const keyWorlds = plans.map(keyWorldOf)
  const roleAssignments = keyWorlds.flatMap(({ subscriptionId, principalIds }): RoleAssignment[] => {
    const scope = `/subscriptions/${subscriptionId}`
    const encrypts = 'Key Vault Crypto Service Encryption User' as const
    return [
      ...roles.map((role) => ({ ...role, scope })),
      { principalId: program?.id ?? '', role: 'Key Vault Crypto Officer', scope },
      ...principalIds.map((principalId) => ({ principalId, role: encrypts, scope })),
    ]
  })
  const world: World = {
    ...origin,
    subscriptions: keyWorlds.map(({ subscriptionId }) => ({ subscriptionId, displayName: subscriptionId })),
    resources: keyWorlds.flatMap((keyWorld) => [
      ...resourcesOf(keyWorld, origin.resources),
      ...machineResourcesOf(keyWorld, origin.resources),
    ]),
    roleAssignments,
  }
  return { world, keyWorlds }
}

function keyWorldOf(plan: KeyWorldPlan, at: number): KeyWorld {
  const subscriptionId = guid(at * 100)
  const group = `/subscriptions/${subscriptionId}/resourceGroups/keys`
  const compute = (path: string) => `${group}/providers/Microsoft.Compute/${path}`
  const vaultOf = (region: number) => {
    const name = `kv-${at}-${region}`
    return { id: `${group}/providers/Microsoft.KeyVault/vaults/${name}`, name }
  }
  return {
    plan,
    subscriptionId,
    compute,
    vaultOf,
    keyUrl: (region, key) => `https://${vaultOf(region).name}.vault.azure.net/keys/${key}/${'0'.repeat(32)}`,
    setIds: plan.sets.map((_, set) => compute(`diskEncryptionSets/set${set}`)),
    principalIds: plan.sets.map((_, set) => guid(at * 100 + set + 1)),
  }
}

function guid(number: number): string {
  return `c0470500-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

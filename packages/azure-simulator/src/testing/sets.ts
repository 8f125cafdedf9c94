import { randomUUID } from 'node:crypto'
import { rolePropagation } from '../arm/authorization/role-propagation.ts'
import { builtInRoles } from '../built-in-roles.ts'
import { textAt, type Json, type JsonObject } from '../json.ts'
import { call, programToken, type Answer, type Arm, type StartedAzure } from './azure.ts'

/** A new vault in West US, named `kv-new`, and its creator. */
export interface MadeVault {
  arm: Arm
  id: string
  /** a call of the vault's own interface */
  keys(method: string, path: string, body?: Json): Promise<Answer>
  /** creates a key, or a version of one: its URL */
  key(name: string, attributes?: JsonObject): Promise<string>
  /** assigns the role on the vault, or at `scope`, and moves the clock until it applies */
  grant(principalId: string, role: keyof typeof builtInRoles, scope?: string): Promise<Answer>
}

/** Creates one, as the program that owns Production, which can then manage the keys. */
export async function madeVault(azure: StartedAzure, properties: JsonObject = {}): Promise<MadeVault> {
  const arm = await azure.asOwner()
  const id = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-new`
  await arm('PUT', id, {
    location: 'westus',
    properties: {
      tenantId: azure.simulator.tenantId,
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      ...properties,
    },
  })
  const token = await programToken(azure.simulator, 'https://vault.azure.net/.default')
  const keys: MadeVault['keys'] = (method, path, body) =>
    call(azure.simulator, { method, path, token, ...(body !== undefined && { body }) })
  const assign: MadeVault['grant'] = (principalId, role, scope = id) =>
    arm('PUT', `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`, {
      properties: {
        principalId,
        principalType: 'ServicePrincipal',
        roleDefinitionId: `/x/roleDefinitions/${builtInRoles[role].id}`,
      },
    })
  const program = azure.simulator.world.servicePrincipals.find(
    ({ displayName }) => displayName === 'contoso-command-line',
  )
  await assign(program?.id ?? '', 'Key Vault Crypto Officer')
  azure.clock.advance(rolePropagation)
  return {
    arm,
    id,
    keys,
    async grant(principalId, role, scope) {
      const answer = await assign(principalId, role, scope)
      azure.clock.advance(rolePropagation)
      return answer
    },
    async key(name, attributes = {}) {
      const { body } = await keys('POST', `/keys/${name}/create`, { kty: 'RSA', attributes })
      return textAt(body, 'key', 'kid') ?? ''
    },
  }
}

/** Creates a set with its own identity in two steps, as the Azure CLI does: its principal's object ID. */
export async function madeSet(
  azure: StartedAzure,
  { arm }: MadeVault,
  facts: { name: string; keyUrl: string; rotates?: boolean },
): Promise<string> {
  const path = azure.compute(`diskEncryptionSets/${facts.name}`)
  await arm('PUT', path, {
    location: 'westus',
    identity: { type: 'SystemAssigned' },
    properties: { activeKey: { keyUrl: facts.keyUrl }, rotationToLatestKeyVersionEnabled: facts.rotates ?? false },
  })
  azure.clock.advance(1000)
  return textAt((await arm('GET', path)).body, 'identity', 'principalId') ?? ''
}

import type { DiskEncryptionSetFacts } from './disk-encryption-set-facts.ts'
import { keyVaultCryptoServiceEncryptionUser } from './key-role-ids.ts'
import type { VaultRepair } from './repair.ts'

/** A request that a repair sends to Azure. */
export interface VaultRepairRequest {
  method: 'PUT' | 'PATCH'
  /** of the resource, from `/subscriptions` on */
  path: string
  body: object
  /** who gets which access; absent if the repair is about the vault */
  grant?: { principalId: string; by: 'role' | 'accessPolicy' }
}

/**
 * What a repair writes, for its preview. Without facts about the access to the vault, Azure decides between a role
 * and an access policy, and nothing can be shown. The name of a role assignment is derived from scope, identity and
 * role, so that a repeated request changes nothing.
 */
export function vaultRepairRequests(
  repair: VaultRepair,
  facts: Pick<DiskEncryptionSetFacts, 'identity' | 'keyAccess'>,
): VaultRepairRequest[] {
  const { vaultId } = repair
  switch (repair.action) {
    case 'enablePurgeProtection': {
      const body = { properties: { enableSoftDelete: true, enablePurgeProtection: true } }
      return [{ method: 'PATCH', path: vaultId, body }]
    }
    case 'allowTrustedServices':
      return [{ method: 'PATCH', path: vaultId, body: { properties: { networkAcls: { bypass: 'AzureServices' } } } }]
    case 'grantKeyAccess':
      return facts.keyAccess === 'unreadable' ? [] : grants(vaultId, facts, facts.keyAccess.type)
  }
}

function grants(
  vaultId: string,
  { identity: { principalIds } }: Pick<DiskEncryptionSetFacts, 'identity'>,
  type: 'RoleAssignments' | 'AccessPolicies',
): VaultRepairRequest[] {
  if (type === 'RoleAssignments') {
    const roleDefinitionId = `/subscriptions/${vaultId.split('/')[2]}/providers/Microsoft.Authorization/roleDefinitions/${keyVaultCryptoServiceEncryptionUser}`
    return principalIds.map((principalId) => ({
      method: 'PUT',
      path: `${vaultId}/providers/Microsoft.Authorization/roleAssignments/{name}`,
      body: { properties: { roleDefinitionId, principalId, principalType: 'ServicePrincipal' } },
      grant: { principalId, by: 'role' },
    }))
  }
  return principalIds.map((objectId) => ({
    method: 'PUT',
    path: `${vaultId}/accessPolicies/add`,
    body: { properties: { accessPolicies: [{ objectId, permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } }] } },
    grant: { principalId: objectId, by: 'accessPolicy' },
  }))
}

import { formatResourceId, parseSetId } from '@portal/arm'
import { keyVaultCryptoServiceEncryptionUser, type VaultRepair } from '@portal/disk-encryption'
import type { Permission } from '@portal/portal-api'
import { ArmRefusal } from '../../arm/arm-reply.ts'
import type { Azure, AzureSession } from '../../arm/clients.ts'
import { permissionsAt } from '../../subscriptions/permissions.ts'
import { assignRole } from '../../subscriptions/role-assignments.ts'
import { principalIdsOf, readDiskEncryptionSets } from '../disk-encryption-sets.ts'
import { addAccessPolicies, type ArmKeyVault, getKeyVault, parseVaultId, patchKeyVault } from './key-vaults.ts'

const roleWrite = 'Microsoft.Authorization/roleAssignments/write'
const policyWrite = 'Microsoft.KeyVault/vaults/accessPolicies/write'
const vaultWrite = 'Microsoft.KeyVault/vaults/write'
const rotationPolicyWrite = 'Microsoft.KeyVault/vaults/keyrotationpolicies/write'

/** Fixes a key vault on behalf of the caller. Throws ARM's answer if the caller has no permission. */
export async function repairKeyVault(azure: Azure, repair: VaultRepair): Promise<void> {
  switch (repair.action) {
    case 'grantKeyAccess':
      return grantKeyAccess(azure, repair)
    case 'enablePurgeProtection':
      return patchKeyVault(azure, repair.vaultId, { enableSoftDelete: true, enablePurgeProtection: true })
    case 'allowTrustedServices': {
      // The rules that allow others are sent back unchanged.
      const { networkAcls } = (await getKeyVault(azure, repair.vaultId)).properties
      return patchKeyVault(azure, repair.vaultId, {
        networkAcls: { defaultAction: 'Deny', ...networkAcls, bypass: 'AzureServices' },
      })
    }
  }
}

/** Which of the fixes the caller can make on the vault; `unknown` if the caller has no permission to read that. */
export async function vaultRepairPermissions(
  { azure, caller }: AzureSession,
  vaultId: string,
): Promise<Record<VaultRepair['action'] | 'setRotationPolicy', Permission>> {
  const scope = formatResourceId(parseVaultId(vaultId))
  const [permissionFor, vault] = await Promise.all([permissionsAt(azure, scope), getKeyVault(azure, vaultId)])
  const usesRoles = vault.properties.enableRbacAuthorization === true
  return {
    grantKeyAccess: permissionFor(usesRoles ? roleWrite : policyWrite),
    // For the vault itself, where only ARM says who has permission.
    setRotationPolicy: usesRoles
      ? permissionFor(rotationPolicyWrite, 'dataActions')
      : policyPermission(vault, caller.oid, 'setrotationpolicy'),
    enablePurgeProtection: permissionFor(vaultWrite),
    allowTrustedServices: permissionFor(vaultWrite),
  }
}

// Another principal with the permission might be a group that the caller is in.
function policyPermission({ properties }: ArmKeyVault, objectId: string, permission: string): Permission {
  const holders = (properties.accessPolicies ?? [])
    .filter(({ permissions }) =>
      (permissions.keys ?? []).some((key) => ['all', permission].includes(key.toLowerCase())),
    )
    .map((policy) => policy.objectId)
  if (holders.includes(objectId)) return 'allowed'
  return holders.length > 0 ? 'unknown' : 'forbidden'
}

// https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal
async function grantKeyAccess(
  azure: Azure,
  { diskEncryptionSetId, vaultId }: { diskEncryptionSetId: string; vaultId: string },
): Promise<void> {
  const { subscriptionId } = parseSetId(diskEncryptionSetId)
  const [sets, vault] = await Promise.all([readDiskEncryptionSets(azure, subscriptionId), getKeyVault(azure, vaultId)])
  const set = sets.find(({ id }) => id.toLowerCase() === diskEncryptionSetId.toLowerCase())
  if (set === undefined)
    throw new ArmRefusal(404, {
      code: 'ResourceNotFound',
      message: 'The subscription has no such disk encryption set.',
    })
  const principalIds = principalIdsOf(set)
  if (vault.properties.enableRbacAuthorization !== true) {
    const keys = ['get', 'wrapKey', 'unwrapKey']
    return addAccessPolicies(
      azure,
      vault,
      principalIds.map((objectId) => ({ objectId, permissions: { keys } })),
    )
  }
  const scope = formatResourceId(parseVaultId(vaultId))
  for (const principalId of principalIds)
    await assignRole(azure, {
      scope,
      principalId,
      principalType: 'ServicePrincipal',
      roleId: keyVaultCryptoServiceEncryptionUser,
    })
}

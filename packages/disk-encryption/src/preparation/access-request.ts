import type { Preparation } from './preparation.ts'

/**
 * The permissions that a preparation requires in its resource group.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/security
 */
export function actionsOf(preparation: Preparation): string[] {
  const regions = preparation.regions.filter(({ crossTenantKey }) => crossTenantKey === undefined)
  const models = new Set(regions.map(({ vault }) => vault.permissionModel))
  const addsPolicies = regions.some(({ vault }) => !vault.isNew && vault.permissionModel === 'AccessPolicies')
  return [
    'Microsoft.Resources/deployments/write',
    ...(regions.length > 0 ? ['Microsoft.ManagedIdentity/userAssignedIdentities/write'] : []),
    ...(regions.some(({ vault }) => vault.isNew) ? ['Microsoft.KeyVault/vaults/write'] : []),
    ...(regions.some(({ key }) => key.isNew) ? ['Microsoft.KeyVault/vaults/keys/write'] : []),
    ...(models.has('Roles') ? [roleWrite] : []),
    ...(addsPolicies ? ['Microsoft.KeyVault/vaults/accessPolicies/write'] : []),
    'Microsoft.Compute/diskEncryptionSets/write',
  ]
}

/** What a Contributor can't do: assign roles. */
export const roleWrite = 'Microsoft.Authorization/roleAssignments/write'

/**
 * The command that lets `userPrincipalName` assign the roles that the sets need in the resource group, with the role
 * that allows least besides.
 */
export function accessRequestCommand(preparation: Preparation, userPrincipalName: string): string {
  const { subscriptionId, resourceGroupName, encryptionType } = preparation
  // The narrower role can't assign the one for releasing keys.
  const role =
    encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
      ? 'Role Based Access Control Administrator'
      : 'Key Vault Data Access Administrator'
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
  return `az role assignment create --assignee "${userPrincipalName}" --role "${role}" --scope "${scope}"`
}

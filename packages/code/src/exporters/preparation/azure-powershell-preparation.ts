import type { AzureCloud } from '@portal/arm'
import { keyVaultCryptoServiceEncryptionUser, type Preparation, type PreparedRegion } from '@portal/disk-encryption'
import { powershellQuoted as quoted } from '../../quoting/powershell.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'
import { featureNote, keyApiVersion, keyBody, newRole, providers } from './prepared-resources.ts'

const modules = 'the modules Az.Compute, Az.KeyVault (6 or later), Az.ManagedServiceIdentity and Az.Resources'

/**
 * The Azure PowerShell cmdlets that create the sets and everything they need. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/virtual-machines/windows/disks-enable-customer-managed-keys-powershell
 */
export function exportAzurePowerShellPreparation(preparation: Preparation, cloud: AzureCloud): ExportedCode {
  const lines = [
    ...azPowerShellNeeds(`${modules}, and `, cloud),
    "$ErrorActionPreference = 'Stop'",
    `Set-AzContext -Subscription ${quoted(preparation.subscriptionId)} | Out-Null`,
    '',
    ...providers.map((provider) => `Register-AzResourceProvider -ProviderNamespace ${provider} | Out-Null`),
    featureNote,
    ...preparation.regions.flatMap((region) => ['', ...regionLines(region, preparation)]),
  ]
  return exportedCode(lines.map(plainLine), 'New-DiskEncryptionSets.ps1', [])
}

function regionLines(region: PreparedRegion, preparation: Preparation): string[] {
  const group = quoted(preparation.resourceGroupName)
  const location = quoted(region.location)
  const create = `New-AzDiskEncryptionSetConfig @config | New-AzDiskEncryptionSet -ResourceGroupName ${group} -Name ${quoted(region.diskEncryptionSetName)}`
  const common = [
    `  EncryptionType = ${quoted(preparation.encryptionType)}`,
    `  RotationToLatestKeyVersionEnabled = $${preparation.rotationToLatestKeyVersionEnabled}`,
    '}',
  ]
  const { crossTenantKey: elsewhere } = region
  if (elsewhere !== undefined)
    return [
      '$config = @{',
      `  Location = ${location}`,
      "  IdentityType = 'UserAssigned'",
      `  UserAssignedIdentity = @{ ${quoted(elsewhere.userAssignedIdentityId)} = @{} }`,
      `  KeyUrl = ${quoted(elsewhere.keyUrl)}`,
      `  FederatedClientId = ${quoted(elsewhere.federatedClientId)}`,
      ...common,
      create,
    ]
  return [
    `$identity = New-AzUserAssignedIdentity -ResourceGroupName ${group} -Name ${quoted(region.identityName)} -Location ${location}`,
    vaultLine(region, { group, location }),
    ...keyLines(region, preparation),
    grantLine(region),
    '$config = @{',
    `  Location = ${location}`,
    "  IdentityType = 'UserAssigned'",
    '  UserAssignedIdentity = @{ $identity.Id = @{} }',
    '  SourceVaultId = $vault.ResourceId',
    '  KeyUrl = $key.properties.keyUriWithVersion',
    ...common,
    ...setLines(region, create),
  ]
}

function setLines({ vault }: PreparedRegion, create: string): string[] {
  if (vault.permissionModel === 'AccessPolicies') return [create]
  return [
    newRole.note,
    'for ($attempt = 1; ; $attempt++) {',
    `  try { ${create}; break }`,
    '  catch {',
    `    if ($attempt -eq ${newRole.attempts} -or "$_" -notmatch '${newRole.refusal}') { throw }`,
    `    Start-Sleep -Seconds ${newRole.pause}`,
    '  }',
    '}',
  ]
}

// Disks require purge protection: https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
function vaultLine({ vault }: PreparedRegion, { group, location }: { group: string; location: string }): string {
  const which = `-ResourceGroupName ${group} -VaultName ${quoted(vault.name)}`
  if (!vault.isNew) return `$vault = Get-AzKeyVault ${which}`
  // Said either way: which one is the default has changed with the releases of the module.
  const byPolicies = `-DisableRbacAuthorization:$${vault.permissionModel === 'AccessPolicies'}`
  return `$vault = New-AzKeyVault ${which} -Location ${location} -EnablePurgeProtection ${byPolicies}`
}

// Through Azure Resource Manager, which requires no permission in the vault itself.
function keyLines({ key }: PreparedRegion, preparation: Preparation): string[] {
  const path = `($vault.ResourceId + ${quoted(`/keys/${key.name}?api-version=${keyApiVersion}`)})`
  const call = key.isNew ? `-Method PUT -Payload ${quoted(keyBody(preparation))}` : '-Method GET'
  return [
    `$answer = Invoke-AzRestMethod -Path ${path} ${call}`,
    'if ($answer.StatusCode -ge 400) { throw $answer.Content }',
    '$key = $answer.Content | ConvertFrom-Json',
  ]
}

function grantLine({ vault }: PreparedRegion): string {
  return vault.permissionModel === 'AccessPolicies'
    ? `Set-AzKeyVaultAccessPolicy -VaultName ${quoted(vault.name)} -ObjectId $identity.PrincipalId -PermissionsToKeys @('get', 'wrapKey', 'unwrapKey') -BypassObjectIdValidation`
    : `New-AzRoleAssignment -ObjectId $identity.PrincipalId -ObjectType ServicePrincipal -RoleDefinitionId ${keyVaultCryptoServiceEncryptionUser} -Scope $vault.ResourceId | Out-Null`
}

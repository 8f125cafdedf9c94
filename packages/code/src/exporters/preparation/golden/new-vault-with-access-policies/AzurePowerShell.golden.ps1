# Requires the modules Az.Compute, Az.KeyVault (6 or later), Az.ManagedServiceIdentity and Az.Resources, and Connect-AzAccount.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

Register-AzResourceProvider -ProviderNamespace Microsoft.Compute | Out-Null
Register-AzResourceProvider -ProviderNamespace Microsoft.KeyVault | Out-Null
Register-AzResourceProvider -ProviderNamespace Microsoft.ManagedIdentity | Out-Null
# The SIGEncryption feature is no longer required.

$identity = New-AzUserAssignedIdentity -ResourceGroupName 'myResourceGroup' -Name 'id-des-japaneast' -Location 'japaneast'
$vault = New-AzKeyVault -ResourceGroupName 'myResourceGroup' -VaultName 'kv-jpe' -Location 'japaneast' -EnablePurgeProtection -DisableRbacAuthorization:$true
$answer = Invoke-AzRestMethod -Path ($vault.ResourceId + '/keys/images-key?api-version=2026-02-01') -Method PUT -Payload '{"properties":{"kty":"RSA","keySize":3072,"rotationPolicy":{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P335D"},"action":{"type":"rotate"}},{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"notify"}}],"attributes":{"expiryTime":"P365D"}}}}'
if ($answer.StatusCode -ge 400) { throw $answer.Content }
$key = $answer.Content | ConvertFrom-Json
Set-AzKeyVaultAccessPolicy -VaultName 'kv-jpe' -ObjectId $identity.PrincipalId -PermissionsToKeys @('get', 'wrapKey', 'unwrapKey') -BypassObjectIdValidation
$config = @{
  Location = 'japaneast'
  IdentityType = 'UserAssigned'
  UserAssignedIdentity = @{ $identity.Id = @{} }
  SourceVaultId = $vault.ResourceId
  KeyUrl = $key.properties.keyUriWithVersion
  EncryptionType = 'EncryptionAtRestWithCustomerKey'
  RotationToLatestKeyVersionEnabled = $true
}
New-AzDiskEncryptionSetConfig @config | New-AzDiskEncryptionSet -ResourceGroupName 'myResourceGroup' -Name 'des-japaneast'

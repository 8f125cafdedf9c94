# Requires the modules Az.Compute, Az.KeyVault (6 or later), Az.ManagedServiceIdentity and Az.Resources, and Connect-AzAccount.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

Register-AzResourceProvider -ProviderNamespace Microsoft.Compute | Out-Null
Register-AzResourceProvider -ProviderNamespace Microsoft.KeyVault | Out-Null
Register-AzResourceProvider -ProviderNamespace Microsoft.ManagedIdentity | Out-Null
# The SIGEncryption feature is no longer required.

$identity = New-AzUserAssignedIdentity -ResourceGroupName 'myResourceGroup' -Name 'id-des-japaneast' -Location 'japaneast'
$vault = Get-AzKeyVault -ResourceGroupName 'myResourceGroup' -VaultName 'kv-jpe'
$answer = Invoke-AzRestMethod -Path ($vault.ResourceId + '/keys/images-key?api-version=2026-02-01') -Method GET
if ($answer.StatusCode -ge 400) { throw $answer.Content }
$key = $answer.Content | ConvertFrom-Json
New-AzRoleAssignment -ObjectId $identity.PrincipalId -ObjectType ServicePrincipal -RoleDefinitionId e147488a-f6f5-4113-8e2d-b22465e65bf6 -Scope $vault.ResourceId | Out-Null
$config = @{
  Location = 'japaneast'
  IdentityType = 'UserAssigned'
  UserAssignedIdentity = @{ $identity.Id = @{} }
  SourceVaultId = $vault.ResourceId
  KeyUrl = $key.properties.keyUriWithVersion
  EncryptionType = 'EncryptionAtRestWithPlatformAndCustomerKeys'
  RotationToLatestKeyVersionEnabled = $false
}
# A new role assignment can take minutes to apply. Until then, Azure rejects the set.
for ($attempt = 1; ; $attempt++) {
  try { New-AzDiskEncryptionSetConfig @config | New-AzDiskEncryptionSet -ResourceGroupName 'myResourceGroup' -Name 'des-japaneast'; break }
  catch {
    if ($attempt -eq 30 -or "$_" -notmatch 'KeyVaultAccessForbidden') { throw }
    Start-Sleep -Seconds 30
  }
}

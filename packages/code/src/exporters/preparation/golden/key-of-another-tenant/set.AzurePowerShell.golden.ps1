# Requires the modules Az.Compute, Az.KeyVault (6 or later), Az.ManagedServiceIdentity and Az.Resources, and Connect-AzAccount.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

Register-AzResourceProvider -ProviderNamespace Microsoft.Compute | Out-Null
Register-AzResourceProvider -ProviderNamespace Microsoft.KeyVault | Out-Null
Register-AzResourceProvider -ProviderNamespace Microsoft.ManagedIdentity | Out-Null
# The SIGEncryption feature is no longer required.

$config = @{
  Location = 'japaneast'
  IdentityType = 'UserAssigned'
  UserAssignedIdentity = @{ '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.ManagedIdentity/userAssignedIdentities/partner-keys-identity' = @{} }
  KeyUrl = 'https://kv-fabrikam.vault.azure.net/keys/partner-key/00112233445566778899aabbccddeeff'
  FederatedClientId = 'c0470500-0000-4000-8000-00000000c103'
  EncryptionType = 'EncryptionAtRestWithCustomerKey'
  RotationToLatestKeyVersionEnabled = $true
}
New-AzDiskEncryptionSetConfig @config | New-AzDiskEncryptionSet -ResourceGroupName 'myResourceGroup' -Name 'des-japaneast'

# Requires the module Az.Resources and Connect-AzAccount.
$ErrorActionPreference = 'Stop'

# Compute Gallery Image Reader
New-AzRoleAssignment -ObjectId 'c0470500-0000-4000-8000-00000000b008' -RoleDefinitionId cf7c76d2-98a3-4358-a134-615aa78bf44d -Scope '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.Compute/galleries/contoso/images/web' | Out-Null

# Reader
New-AzRoleAssignment -ObjectId 'c0470500-0000-4000-8000-00000000b008' -RoleDefinitionId acdd72a7-3385-48ef-bd42-f606fba81ae7 -Scope '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.Compute/diskEncryptionSets/one' | Out-Null

# Contributor
New-AzRoleAssignment -ObjectId 'c0470500-0000-4000-8000-00000000b008' -RoleDefinitionId b24988ac-6180-42a0-ab88-20f7382dd24c -Scope '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.Compute/diskEncryptionSets/one' | Out-Null

# Key Vault Crypto Officer
New-AzRoleAssignment -ObjectId 'c0470500-0000-4000-8000-00000000b008' -RoleDefinitionId 14b46e9e-c2b7-41b4-b07b-48a6ebf60603 -Scope '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.KeyVault/vaults/kv/keys/images' | Out-Null

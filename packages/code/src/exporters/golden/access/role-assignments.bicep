// az deployment group create --subscription='c0470500-0000-4000-8000-00000000a001' --resource-group='my-group' --template-file role-assignments.bicep
var principalId = 'c0470500-0000-4000-8000-00000000b008'

resource scope0 'Microsoft.Compute/galleries/images@2025-12-03' existing = {
  name: 'contoso/web'
}

// Compute Gallery Image Reader
resource assignment0 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scope0.id, principalId, 'cf7c76d2-98a3-4358-a134-615aa78bf44d')
  scope: scope0
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'cf7c76d2-98a3-4358-a134-615aa78bf44d')
    principalId: principalId
  }
}

resource scope1 'Microsoft.Compute/diskEncryptionSets@2024-03-02' existing = {
  name: 'one'
}

// Reader
resource assignment1 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scope1.id, principalId, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  scope: scope1
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
    principalId: principalId
  }
}

resource scope2 'Microsoft.Compute/diskEncryptionSets@2024-03-02' existing = {
  name: 'one'
}

// Contributor
resource assignment2 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scope2.id, principalId, 'b24988ac-6180-42a0-ab88-20f7382dd24c')
  scope: scope2
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: principalId
  }
}

resource scope3 'Microsoft.KeyVault/vaults/keys@2026-02-01' existing = {
  name: 'kv/images'
}

// Key Vault Crypto Officer
resource assignment3 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scope3.id, principalId, '14b46e9e-c2b7-41b4-b07b-48a6ebf60603')
  scope: scope3
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '14b46e9e-c2b7-41b4-b07b-48a6ebf60603')
    principalId: principalId
  }
}

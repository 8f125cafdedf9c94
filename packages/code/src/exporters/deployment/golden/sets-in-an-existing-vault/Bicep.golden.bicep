// az deployment group create --template-file main.bicep

resource existing1 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: 'kv-jpe'
}

resource userAssignedIdentity1 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-des-japaneast'
  location: 'japaneast'
  properties: {}
}

resource roleAssignment1 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceId('Microsoft.KeyVault/vaults', 'kv-jpe'), resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
  scope: existing1
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
    principalId: reference(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), '2023-01-31').principalId
    principalType: 'ServicePrincipal'
  }
  dependsOn: [
    userAssignedIdentity1
  ]
}

resource diskEncryptionSet1 'Microsoft.Compute/diskEncryptionSets@2024-03-02' = {
  name: 'des-japaneast'
  location: 'japaneast'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast')}': {}
    }
  }
  properties: {
    encryptionType: 'EncryptionAtRestWithCustomerKey'
    activeKey: {
      sourceVault: {
        id: resourceId('Microsoft.KeyVault/vaults', 'kv-jpe')
      }
      keyUrl: reference(resourceId('Microsoft.KeyVault/vaults/keys', 'kv-jpe', 'images-key'), '2026-02-01').keyUriWithVersion
    }
    rotationToLatestKeyVersionEnabled: true
  }
  dependsOn: [
    userAssignedIdentity1
    roleAssignment1
  ]
}

output diskEncryptionSets object = {
  japaneast: resourceId('Microsoft.Compute/diskEncryptionSets', 'des-japaneast')
}

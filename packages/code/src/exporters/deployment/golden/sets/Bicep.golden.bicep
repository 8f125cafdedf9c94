// az deployment group create --template-file main.bicep

resource userAssignedIdentity1 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-des-japaneast'
  location: 'japaneast'
  properties: {}
}

resource vault1 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: 'kv-japaneast'
  location: 'japaneast'
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableSoftDelete: true
    enablePurgeProtection: true
    enableRbacAuthorization: true
    accessPolicies: []
  }
}

resource key1 'Microsoft.KeyVault/vaults/keys@2026-02-01' = {
  name: 'kv-japaneast/images-key'
  properties: {
    kty: 'RSA'
    keySize: 3072
    rotationPolicy: {
      lifetimeActions: [
        {
          trigger: {
            timeAfterCreate: 'P335D'
          }
          action: {
            type: 'rotate'
          }
        }
        {
          trigger: {
            timeBeforeExpiry: 'P30D'
          }
          action: {
            type: 'notify'
          }
        }
      ]
      attributes: {
        expiryTime: 'P365D'
      }
    }
  }
  dependsOn: [
    vault1
  ]
}

resource roleAssignment1 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceId('Microsoft.KeyVault/vaults', 'kv-japaneast'), resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
  scope: vault1
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
    principalId: reference(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), '2023-01-31').principalId
    principalType: 'ServicePrincipal'
  }
  dependsOn: [
    userAssignedIdentity1
    vault1
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
        id: resourceId('Microsoft.KeyVault/vaults', 'kv-japaneast')
      }
      keyUrl: reference(resourceId('Microsoft.KeyVault/vaults/keys', 'kv-japaneast', 'images-key'), '2026-02-01').keyUriWithVersion
    }
    rotationToLatestKeyVersionEnabled: true
  }
  dependsOn: [
    userAssignedIdentity1
    vault1
    key1
    roleAssignment1
  ]
}

output diskEncryptionSets object = {
  japaneast: resourceId('Microsoft.Compute/diskEncryptionSets', 'des-japaneast')
}

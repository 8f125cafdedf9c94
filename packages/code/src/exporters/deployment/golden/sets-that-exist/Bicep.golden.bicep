// az deployment group create --template-file main.bicep

resource diskEncryptionSet1 'Microsoft.Compute/diskEncryptionSets@2024-03-02' = {
  name: 'des-westus'
  location: 'westus'
  tags: {
    'cost center': '[42]'
  }
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    encryptionType: 'EncryptionAtRestWithCustomerKey'
    activeKey: {
      sourceVault: {
        id: '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-wus'
      }
      keyUrl: 'https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff'
    }
    rotationToLatestKeyVersionEnabled: true
  }
}

resource diskEncryptionSet2 'Microsoft.Compute/diskEncryptionSets@2024-03-02' = {
  name: 'des-elsewhere'
  location: 'westus'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.ManagedIdentity/userAssignedIdentities/images-identity': {}
    }
  }
  properties: {
    encryptionType: 'EncryptionAtRestWithCustomerKey'
    activeKey: {
      keyUrl: 'https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff'
    }
    federatedClientId: '11112222-3333-4444-8555-666677778888'
    rotationToLatestKeyVersionEnabled: false
  }
}

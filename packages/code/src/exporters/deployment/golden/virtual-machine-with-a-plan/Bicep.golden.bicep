// az deployment group create --template-file main.bicep

resource networkSecurityGroup1 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'web-01-nsg'
  location: 'westus'
  properties: {
    securityRules: []
  }
}

resource virtualNetwork1 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: 'web-01-vnet'
  location: 'westus'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'default'
        properties: {
          addressPrefix: '10.0.0.0/24'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource networkInterface1 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'web-01-nic'
  location: 'westus'
  properties: {
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          subnet: {
            id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'web-01-vnet', 'default')
          }
          privateIPAllocationMethod: 'Dynamic'
        }
      }
    ]
    networkSecurityGroup: {
      id: resourceId('Microsoft.Network/networkSecurityGroups', 'web-01-nsg')
    }
  }
  dependsOn: [
    networkSecurityGroup1
    virtualNetwork1
  ]
}

resource virtualMachine1 'Microsoft.Compute/virtualMachines@2024-11-01' = {
  name: 'web-01'
  location: 'westus'
  plan: {
    publisher: 'northwind'
    product: 'hardened-linux'
    name: 'gen2'
  }
  properties: {
    hardwareProfile: {
      vmSize: 'Standard_D2s_v5'
    }
    storageProfile: {
      imageReference: {
        id: '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/myGallery/images/myImageDefinition/versions/1.0.0'
      }
      osDisk: {
        createOption: 'FromImage'
        managedDisk: {
          storageAccountType: 'Premium_LRS'
          diskEncryptionSet: {
            id: '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/Set1'
          }
        }
      }
      dataDisks: []
    }
    securityProfile: {
      securityType: 'TrustedLaunch'
      uefiSettings: {
        secureBootEnabled: true
        vTpmEnabled: true
      }
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: resourceId('Microsoft.Network/networkInterfaces', 'web-01-nic')
        }
      ]
    }
  }
  dependsOn: [
    networkInterface1
  ]
}

output virtualMachineId string = resourceId('Microsoft.Compute/virtualMachines', 'web-01')

// Deploy it to the gallery's resource group:
// az deployment group create --template-file image-version.bicep
// https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions

resource imageVersion 'Microsoft.Compute/galleries/images/versions@2025-03-03' = {
  name: 'myGallery/myImageDefinition/1.0.0'
  location: 'westus'
  properties: {
    publishingProfile: {
      targetRegions: [
        {
          name: 'westus'
          encryption: {
            osDiskImage: {
              diskEncryptionSetId: '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1'
            }
            dataDiskImages: [
              {
                lun: 0
                diskEncryptionSetId: '<set for lun 0>'
              }
            ]
          }
        }
        {
          name: 'eastus2'
          encryption: {
            osDiskImage: {
              diskEncryptionSetId: '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1'
            }
            dataDiskImages: [
              {
                lun: 0
                diskEncryptionSetId: '<set for lun 0>'
              }
            ]
          }
        }
      ]
      storageAccountStrategy: 'PreferStandard_ZRS'
    }
    storageProfile: {
      source: {
        id: '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage'
      }
    }
  }
}

// Deploy it to the gallery's resource group:
// az deployment group create --template-file image-version.bicep
// https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions

resource imageVersion 'Microsoft.Compute/galleries/images/versions@2025-03-03' = {
  name: '<gallery>/<image definition>/<version>'
  location: '<location>'
  properties: {
    publishingProfile: {
      targetRegions: [
        {
          name: '<region>'
          encryption: {
            osDiskImage: {
              diskEncryptionSetId: '<set for the os disk>'
            }
          }
        }
      ]
      storageAccountType: 'Standard_LRS'
    }
    storageProfile: {
      source: {
        id: '<source>'
      }
    }
  }
}

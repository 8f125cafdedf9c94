terraform {
  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.0"
    }
  }
}

resource "azapi_resource" "image_version" {
  type      = "Microsoft.Compute/galleries/images/versions@2025-03-03"
  parent_id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/myGallery/images/myImageDefinition"
  name      = "1.0.0"
  location  = "westus"
  body = {
    properties = {
      publishingProfile = {
        targetRegions = [
          {
            name                 = "westus"
            regionalReplicaCount = 2
            storageAccountType   = "Standard_LRS"
            encryption = {
              osDiskImage = {
                diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1"
              }
              dataDiskImages = [
                {
                  lun                 = 0
                  diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2"
                }
              ]
            }
          },
          {
            name = "eastus2"
            encryption = {
              osDiskImage = {
                diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1"
              }
              dataDiskImages = [
                {
                  lun                 = 0
                  diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2"
                }
              ]
            }
          }
        ]
        storageAccountType = "Standard_LRS"
      }
      storageProfile = {
        source = {
          id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage"
        }
      }
    }
  }
  # Replication can take hours.
  timeouts {
    create = "6h"
    update = "6h"
  }
}

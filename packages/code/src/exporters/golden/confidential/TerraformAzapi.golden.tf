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
            name = "westus"
            encryption = {
              osDiskImage = {
                diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1"
                securityProfile = {
                  confidentialVMEncryptionType = "EncryptedWithCmk"
                  secureVMDiskEncryptionSetId  = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSConfidentialSet"
                }
              }
              dataDiskImages = [
                {
                  lun                 = 0
                  diskEncryptionSetId = "<set for lun 0>"
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

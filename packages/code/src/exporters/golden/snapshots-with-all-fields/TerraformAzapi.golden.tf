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
  tags = {
    "cost center" = "Contoso's $${web}"
    "note"        = "[{{ x }}] \"q\""
  }
  body = {
    properties = {
      publishingProfile = {
        targetRegions = [
          {
            name = "westus"
            encryption = {
              osDiskImage = {
                diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1"
              }
              dataDiskImages = [
                {
                  lun                 = 0
                  diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2"
                },
                {
                  lun                 = 3
                  diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2"
                }
              ]
            }
          },
          {
            name                 = "eastus2"
            regionalReplicaCount = 3
            storageAccountType   = "Standard_ZRS"
            excludeFromLatest    = true
            encryption = {
              osDiskImage = {
                diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1"
              }
              dataDiskImages = [
                {
                  lun                 = 0
                  diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2"
                },
                {
                  lun                 = 3
                  diskEncryptionSetId = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2"
                }
              ]
            }
          }
        ]
        replicaCount       = 2
        storageAccountType = "Premium_LRS"
        excludeFromLatest  = true
        endOfLifeDate      = "2030-12-01T00:00:00.000Z"
      }
      storageProfile = {
        osDiskImage = {
          source = {
            id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myOSSnapshot"
          }
        }
        dataDiskImages = [
          {
            lun = 0
            source = {
              id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myDDSnapshot"
            }
          },
          {
            lun = 3
            source = {
              id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/disks/myDisk"
            }
          }
        ]
      }
      safetyProfile = {
        allowDeletionOfReplicatedLocations = true
        blockDeletionBeforeEndOfLife       = true
      }
    }
  }
  # Replication can take hours.
  timeouts {
    create = "6h"
    update = "6h"
  }
}

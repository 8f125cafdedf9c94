# Requires the module Az.Compute and Connect-AzAccount.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

$targetRegion = @(
  @{
    Name = 'westus'
    ReplicaCount = 2
    StorageAccountType = 'Standard_LRS'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1'
      }
      DataDiskImages = @(
        @{
          Lun = 0
          DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2'
        }
      )
    }
  }
  @{
    Name = 'eastus2'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1'
      }
      DataDiskImages = @(
        @{
          Lun = 0
          DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2'
        }
      )
    }
  }
)

$imageVersion = @{
  ResourceGroupName = 'myResourceGroup'
  GalleryName = 'myGallery'
  GalleryImageDefinitionName = 'myImageDefinition'
  Name = '1.0.0'
  Location = 'westus'
  SourceImageId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage'
  StorageAccountType = 'Standard_LRS'
}
New-AzGalleryImageVersion @imageVersion -TargetRegion $targetRegion

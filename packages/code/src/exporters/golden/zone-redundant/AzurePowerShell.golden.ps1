# Requires the module Az.Compute and Connect-AzAccount.
# NOT INCLUDED (not supported by this tool): default storage, for regions added later.
$ErrorActionPreference = 'Stop'
throw 'Replace the values in angle brackets, and then delete this line.'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

$targetRegion = @(
  @{
    Name = 'westus'
    StorageAccountType = 'Standard_LRS'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1'
      }
      DataDiskImages = @(
        @{
          Lun = 0
          DiskEncryptionSetId = '<set for lun 0>'
        }
      )
    }
  }
  @{
    Name = 'eastus2'
    StorageAccountType = 'Standard_ZRS'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1'
      }
      DataDiskImages = @(
        @{
          Lun = 0
          DiskEncryptionSetId = '<set for lun 0>'
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

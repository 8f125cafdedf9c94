# Requires the module Az.Compute and Connect-AzAccount.
# NOT INCLUDED (not supported by this tool): confidential encryption of data disks.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

$targetRegion = @(
  @{
    Name = 'westus'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1'
        CVMEncryptionType = 'EncryptedWithPmk'
      }
    }
  }
)

$imageVersion = @{
  ResourceGroupName = 'myResourceGroup'
  GalleryName = 'myGallery'
  GalleryImageDefinitionName = 'myImageDefinition'
  Name = '1.0.0'
  Location = 'westus'
  OSDiskImage = @{
    source = @{
      id = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/ledgerOs'
    }
  }
  DataDiskImage = @(
    @{
      lun = 0
      source = @{
        id = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/ledgerData'
      }
    }
  )
  StorageAccountType = 'Standard_LRS'
}
New-AzGalleryImageVersion @imageVersion -TargetRegion $targetRegion

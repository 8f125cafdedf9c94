# Requires the module Az.Compute and Connect-AzAccount.
# NOT INCLUDED (not supported by this tool): exclude from latest for single regions; permission to delete replicated locations.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

$targetRegion = @(
  @{
    Name = 'westus'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1'
      }
      DataDiskImages = @(
        @{
          Lun = 0
          DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2'
        }
        @{
          Lun = 3
          DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2'
        }
      )
    }
  }
  @{
    Name = 'eastus2'
    ReplicaCount = 3
    StorageAccountType = 'Standard_ZRS'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1'
      }
      DataDiskImages = @(
        @{
          Lun = 0
          DiskEncryptionSetId = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2'
        }
        @{
          Lun = 3
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
  OSDiskImage = @{
    source = @{
      id = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myOSSnapshot'
    }
  }
  DataDiskImage = @(
    @{
      lun = 0
      source = @{
        id = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myDDSnapshot'
      }
    }
    @{
      lun = 3
      source = @{
        id = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/disks/myDisk'
      }
    }
  )
  ReplicaCount = 2
  StorageAccountType = 'Premium_LRS'
  PublishingProfileExcludeFromLatest = $true
  PublishingProfileEndOfLifeDate = '2030-12-01T00:00:00.000Z'
  BlockDeletionBeforeEndOfLife = $true
  Tag = @{
    'cost center' = 'Contoso''s ${web}'
    'note' = '[{{ x }}] "q"'
  }
}
New-AzGalleryImageVersion @imageVersion -TargetRegion $targetRegion

# Requires the module Az.Compute and Connect-AzAccount.
$ErrorActionPreference = 'Stop'
throw 'Replace the values in angle brackets, and then delete this line.'
Set-AzContext -Subscription '<subscription>' | Out-Null

$targetRegion = @(
  @{
    Name = '<region>'
    Encryption = @{
      OSDiskImage = @{
        DiskEncryptionSetId = '<set for the os disk>'
      }
    }
  }
)

$imageVersion = @{
  ResourceGroupName = '<resource group>'
  GalleryName = '<gallery>'
  GalleryImageDefinitionName = '<image definition>'
  Name = '<version>'
  Location = '<location>'
  SourceImageId = '<source>'
  StorageAccountType = 'Standard_LRS'
}
New-AzGalleryImageVersion @imageVersion -TargetRegion $targetRegion

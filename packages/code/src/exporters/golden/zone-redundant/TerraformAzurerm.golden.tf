# NOT INCLUDED (not supported by this tool): disk encryption sets for data disks; default storage, for regions added later.
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  features {}
  subscription_id = "0a1b2c3d-1111-4222-8333-444455556666"
}

resource "azurerm_shared_image_version" "image_version" {
  resource_group_name = "myResourceGroup"
  gallery_name        = "myGallery"
  image_name          = "myImageDefinition"
  name                = "1.0.0"
  location            = "westus"
  managed_image_id    = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage"
  target_region {
    name                   = "westus"
    regional_replica_count = 1
    storage_account_type   = "Standard_LRS"
    disk_encryption_set_id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1"
  }
  target_region {
    name                   = "eastus2"
    regional_replica_count = 1
    storage_account_type   = "Standard_ZRS"
    disk_encryption_set_id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1"
  }
  # Replication can take hours.
  timeouts {
    create = "6h"
    update = "6h"
  }
}

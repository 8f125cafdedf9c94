# NOT INCLUDED (not supported by this tool): disk encryption sets for data disks; source data disks; block on deletion before end of life; default storage, for regions added later.
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
  resource_group_name                      = "myResourceGroup"
  gallery_name                             = "myGallery"
  image_name                               = "myImageDefinition"
  name                                     = "1.0.0"
  location                                 = "westus"
  os_disk_snapshot_id                      = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myOSSnapshot"
  exclude_from_latest                      = true
  end_of_life_date                         = "2030-12-01T00:00:00.000Z"
  deletion_of_replicated_locations_enabled = true
  tags = {
    "cost center" = "Contoso's $${web}"
    "note"        = "[{{ x }}] \"q\""
  }
  target_region {
    name                   = "westus"
    regional_replica_count = 2
    storage_account_type   = "Premium_LRS"
    disk_encryption_set_id = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1"
  }
  target_region {
    name                        = "eastus2"
    regional_replica_count      = 3
    storage_account_type        = "Standard_ZRS"
    exclude_from_latest_enabled = true
    disk_encryption_set_id      = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1"
  }
  # Replication can take hours.
  timeouts {
    create = "6h"
    update = "6h"
  }
}

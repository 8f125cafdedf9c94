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
  subscription_id = "<subscription>"
}

resource "azurerm_shared_image_version" "image_version" {
  resource_group_name = "<resource group>"
  gallery_name        = "<gallery>"
  image_name          = "<image definition>"
  name                = "<version>"
  location            = "<location>"
  managed_image_id    = "<source>"
  target_region {
    name                   = "<region>"
    regional_replica_count = 1
    storage_account_type   = "Standard_LRS"
    disk_encryption_set_id = "<set for the os disk>"
  }
  # Replication can take hours.
  timeouts {
    create = "6h"
    update = "6h"
  }
}

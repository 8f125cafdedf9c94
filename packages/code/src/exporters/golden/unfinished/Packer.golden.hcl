packer {
  required_plugins {
    azure = {
      source  = "github.com/hashicorp/azure"
      version = "~> 2"
    }
  }
}

source "azure-arm" "image_version" {
  use_azure_cli_auth                       = true
  location                                 = "<location>"
  os_type                                  = "Linux"
  vm_size                                  = "<size of the machine that builds>"
  custom_managed_image_name                = "<source>"
  custom_managed_image_resource_group_name = "<resource group>"

  shared_image_gallery_destination {
    subscription         = "<subscription>"
    resource_group       = "<resource group>"
    gallery_name         = "<gallery>"
    image_name           = "<image definition>"
    image_version        = "<version>"
    storage_account_type = "Standard_LRS"
    target_region {
      name                   = "<region>"
      replicas               = 1
      storage_account_type   = "Standard_LRS"
      disk_encryption_set_id = "<set for the os disk>"
    }
  }
  shared_image_gallery_timeout = "6h"
}

build {
  sources = [
    "source.azure-arm.image_version"
  ]
}

# NOT INCLUDED (not supported by this tool): source; disk encryption sets for data disks; disk encryption sets for the OS disk, other than confidential ones; confidential encryption of data disks.
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
  location                                 = "westus"
  os_type                                  = "Linux"
  vm_size                                  = "<size of the machine that builds>"
  custom_managed_image_name                = "<managed image>"
  custom_managed_image_resource_group_name = "<resource group>"

  shared_image_gallery_destination {
    subscription                          = "0a1b2c3d-1111-4222-8333-444455556666"
    resource_group                        = "myResourceGroup"
    gallery_name                          = "myGallery"
    image_name                            = "myImageDefinition"
    image_version                         = "1.0.0"
    storage_account_type                  = "Standard_LRS"
    confidential_vm_image_encryption_type = "EncryptedWithPmk"
    target_region {
      name                 = "westus"
      replicas             = 1
      storage_account_type = "Standard_LRS"
    }
  }
  shared_image_gallery_timeout = "6h"
}

build {
  sources = [
    "source.azure-arm.image_version"
  ]
}

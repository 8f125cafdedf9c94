terraform {
  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.0"
    }
  }
}

resource "azapi_resource" "image_version" {
  type      = "Microsoft.Compute/galleries/images/versions@2025-03-03"
  parent_id = "/subscriptions/<subscription>/resourceGroups/<resource group>/providers/Microsoft.Compute/galleries/<gallery>/images/<image definition>"
  name      = "<version>"
  location  = "<location>"
  body = {
    properties = {
      publishingProfile = {
        targetRegions = [
          {
            name = "<region>"
            encryption = {
              osDiskImage = {
                diskEncryptionSetId = "<set for the os disk>"
              }
            }
          }
        ]
        storageAccountType = "Standard_LRS"
      }
      storageProfile = {
        source = {
          id = "<source>"
        }
      }
    }
  }
  # Replication can take hours.
  timeouts {
    create = "6h"
    update = "6h"
  }
}

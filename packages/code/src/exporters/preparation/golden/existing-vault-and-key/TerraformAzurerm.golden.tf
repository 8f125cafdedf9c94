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

data "azurerm_client_config" "current" {}

resource "azurerm_user_assigned_identity" "identity_1" {
  name                = "id-des-japaneast"
  resource_group_name = "myResourceGroup"
  location            = "japaneast"
}

data "azurerm_key_vault" "vault_1" {
  name                = "kv-jpe"
  resource_group_name = "myResourceGroup"
}

resource "azurerm_role_assignment" "identity_1" {
  scope                = data.azurerm_key_vault.vault_1.id
  role_definition_name = "Key Vault Crypto Service Encryption User"
  principal_id         = azurerm_user_assigned_identity.identity_1.principal_id
}

data "azurerm_key_vault_key" "key_1" {
  name         = "images-key"
  key_vault_id = data.azurerm_key_vault.vault_1.id
}

resource "azurerm_disk_encryption_set" "set_1" {
  name                      = "des-japaneast"
  resource_group_name       = "myResourceGroup"
  location                  = "japaneast"
  encryption_type           = "EncryptionAtRestWithPlatformAndCustomerKeys"
  key_vault_key_id          = data.azurerm_key_vault_key.key_1.id
  auto_key_rotation_enabled = false
  identity {
    type = "UserAssigned"
    identity_ids = [
      azurerm_user_assigned_identity.identity_1.id
    ]
  }
  depends_on = [
    azurerm_role_assignment.identity_1
  ]
}

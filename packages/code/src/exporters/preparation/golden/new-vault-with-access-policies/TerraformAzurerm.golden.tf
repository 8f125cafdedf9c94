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

resource "azurerm_key_vault" "vault_1" {
  name                      = "kv-jpe"
  resource_group_name       = "myResourceGroup"
  location                  = "japaneast"
  tenant_id                 = data.azurerm_client_config.current.tenant_id
  sku_name                  = "standard"
  purge_protection_enabled  = true
  enable_rbac_authorization = false
}

resource "azurerm_key_vault_access_policy" "identity_1" {
  key_vault_id = azurerm_key_vault.vault_1.id
  tenant_id    = data.azurerm_client_config.current.tenant_id
  object_id    = azurerm_user_assigned_identity.identity_1.principal_id
  key_permissions = [
    "Get",
    "WrapKey",
    "UnwrapKey"
  ]
}

resource "azurerm_key_vault_access_policy" "user_1" {
  key_vault_id = azurerm_key_vault.vault_1.id
  tenant_id    = data.azurerm_client_config.current.tenant_id
  object_id    = data.azurerm_client_config.current.object_id
  key_permissions = [
    "Get",
    "Create",
    "Delete",
    "Recover",
    "GetRotationPolicy",
    "SetRotationPolicy"
  ]
}

resource "azurerm_key_vault_key" "key_1" {
  name         = "images-key"
  key_vault_id = azurerm_key_vault.vault_1.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts = [
    "wrapKey",
    "unwrapKey"
  ]
  rotation_policy {
    expire_after         = "P365D"
    notify_before_expiry = "P30D"
    automatic {
      time_after_creation = "P335D"
    }
  }
  depends_on = [
    azurerm_key_vault_access_policy.user_1
  ]
}

resource "azurerm_disk_encryption_set" "set_1" {
  name                      = "des-japaneast"
  resource_group_name       = "myResourceGroup"
  location                  = "japaneast"
  encryption_type           = "EncryptionAtRestWithCustomerKey"
  key_vault_key_id          = azurerm_key_vault_key.key_1.versionless_id
  auto_key_rotation_enabled = true
  identity {
    type = "UserAssigned"
    identity_ids = [
      azurerm_user_assigned_identity.identity_1.id
    ]
  }
  depends_on = [
    azurerm_key_vault_access_policy.identity_1
  ]
}

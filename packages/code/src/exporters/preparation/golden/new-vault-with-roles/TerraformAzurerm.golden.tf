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
  name                = "id-des-westus"
  resource_group_name = "myResourceGroup"
  location            = "westus"
}

resource "azurerm_key_vault" "vault_1" {
  name                      = "kv-westus"
  resource_group_name       = "myResourceGroup"
  location                  = "westus"
  tenant_id                 = data.azurerm_client_config.current.tenant_id
  sku_name                  = "standard"
  purge_protection_enabled  = true
  enable_rbac_authorization = true
}

resource "azurerm_role_assignment" "identity_1" {
  scope                = azurerm_key_vault.vault_1.id
  role_definition_name = "Key Vault Crypto Service Encryption User"
  principal_id         = azurerm_user_assigned_identity.identity_1.principal_id
}

resource "azurerm_role_assignment" "user_1" {
  scope                = azurerm_key_vault.vault_1.id
  role_definition_name = "Key Vault Crypto Officer"
  principal_id         = data.azurerm_client_config.current.object_id
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
    azurerm_role_assignment.user_1
  ]
}

resource "azurerm_disk_encryption_set" "set_1" {
  name                      = "des-westus"
  resource_group_name       = "myResourceGroup"
  location                  = "westus"
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
    azurerm_role_assignment.identity_1
  ]
}

resource "azurerm_user_assigned_identity" "identity_2" {
  name                = "id-des-japaneast"
  resource_group_name = "myResourceGroup"
  location            = "japaneast"
}

resource "azurerm_key_vault" "vault_2" {
  name                      = "kv-japaneast"
  resource_group_name       = "myResourceGroup"
  location                  = "japaneast"
  tenant_id                 = data.azurerm_client_config.current.tenant_id
  sku_name                  = "standard"
  purge_protection_enabled  = true
  enable_rbac_authorization = true
}

resource "azurerm_role_assignment" "identity_2" {
  scope                = azurerm_key_vault.vault_2.id
  role_definition_name = "Key Vault Crypto Service Encryption User"
  principal_id         = azurerm_user_assigned_identity.identity_2.principal_id
}

resource "azurerm_role_assignment" "user_2" {
  scope                = azurerm_key_vault.vault_2.id
  role_definition_name = "Key Vault Crypto Officer"
  principal_id         = data.azurerm_client_config.current.object_id
}

resource "azurerm_key_vault_key" "key_2" {
  name         = "images-key"
  key_vault_id = azurerm_key_vault.vault_2.id
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
    azurerm_role_assignment.user_2
  ]
}

resource "azurerm_disk_encryption_set" "set_2" {
  name                      = "des-japaneast"
  resource_group_name       = "myResourceGroup"
  location                  = "japaneast"
  encryption_type           = "EncryptionAtRestWithCustomerKey"
  key_vault_key_id          = azurerm_key_vault_key.key_2.versionless_id
  auto_key_rotation_enabled = true
  identity {
    type = "UserAssigned"
    identity_ids = [
      azurerm_user_assigned_identity.identity_2.id
    ]
  }
  depends_on = [
    azurerm_role_assignment.identity_2
  ]
}

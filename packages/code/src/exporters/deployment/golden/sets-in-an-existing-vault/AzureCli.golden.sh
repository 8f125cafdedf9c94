#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail

template=$(mktemp)
trap 'rm -f "$template"' EXIT
cat > "$template" <<'JSON'
{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ManagedIdentity/userAssignedIdentities",
      "apiVersion": "2023-01-31",
      "name": "id-des-japaneast",
      "location": "japaneast",
      "properties": {}
    },
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid(resourceId('Microsoft.KeyVault/vaults', 'kv-jpe'), resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), 'e147488a-f6f5-4113-8e2d-b22465e65bf6')]",
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'kv-jpe')]",
      "dependsOn": [
        "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast')]"
      ],
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')]",
        "principalId": "[reference(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), '2023-01-31').principalId]",
        "principalType": "ServicePrincipal"
      }
    },
    {
      "type": "Microsoft.Compute/diskEncryptionSets",
      "apiVersion": "2024-03-02",
      "name": "des-japaneast",
      "location": "japaneast",
      "dependsOn": [
        "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast')]",
        "[extensionResourceId(resourceId('Microsoft.KeyVault/vaults', 'kv-jpe'), 'Microsoft.Authorization/roleAssignments', guid(resourceId('Microsoft.KeyVault/vaults', 'kv-jpe'), resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast'), 'e147488a-f6f5-4113-8e2d-b22465e65bf6'))]"
      ],
      "identity": {
        "type": "UserAssigned",
        "userAssignedIdentities": {
          "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-des-japaneast')]": {}
        }
      },
      "properties": {
        "encryptionType": "EncryptionAtRestWithCustomerKey",
        "activeKey": {
          "sourceVault": {
            "id": "[resourceId('Microsoft.KeyVault/vaults', 'kv-jpe')]"
          },
          "keyUrl": "[reference(resourceId('Microsoft.KeyVault/vaults/keys', 'kv-jpe', 'images-key'), '2026-02-01').keyUriWithVersion]"
        },
        "rotationToLatestKeyVersionEnabled": true
      }
    }
  ],
  "outputs": {
    "diskEncryptionSets": {
      "type": "object",
      "value": {
        "japaneast": "[resourceId('Microsoft.Compute/diskEncryptionSets', 'des-japaneast')]"
      }
    }
  },
  "parameters": {}
}
JSON

az deployment group create \
  --subscription='0a1b2c3d-1111-4222-8333-444455556666' \
  --resource-group='myResourceGroup' \
  --name='prepare-sets' \
  --template-file="$template"

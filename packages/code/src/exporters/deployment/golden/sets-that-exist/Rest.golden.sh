#!/usr/bin/env bash
set -euo pipefail

token=$(az account get-access-token --query accessToken --output tsv)
curl --fail-with-body --request PUT \
  --url 'https://management.azure.com/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/disk-encryption-sets?api-version=2024-11-01' \
  --header @<(printf 'Authorization: Bearer %s' "$token") \
  --header 'Content-Type: application/json' \
  --data-binary @- <<'JSON'
{
  "properties": {
    "mode": "Incremental",
    "template": {
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      "contentVersion": "1.0.0.0",
      "resources": [
        {
          "type": "Microsoft.Compute/diskEncryptionSets",
          "apiVersion": "2024-03-02",
          "name": "des-westus",
          "location": "westus",
          "tags": {
            "cost center": "[[42]"
          },
          "identity": {
            "type": "SystemAssigned"
          },
          "properties": {
            "encryptionType": "EncryptionAtRestWithCustomerKey",
            "activeKey": {
              "sourceVault": {
                "id": "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-wus"
              },
              "keyUrl": "https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff"
            },
            "rotationToLatestKeyVersionEnabled": true
          }
        },
        {
          "type": "Microsoft.Compute/diskEncryptionSets",
          "apiVersion": "2024-03-02",
          "name": "des-elsewhere",
          "location": "westus",
          "identity": {
            "type": "UserAssigned",
            "userAssignedIdentities": {
              "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.ManagedIdentity/userAssignedIdentities/images-identity": {}
            }
          },
          "properties": {
            "encryptionType": "EncryptionAtRestWithCustomerKey",
            "activeKey": {
              "keyUrl": "https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff"
            },
            "federatedClientId": "11112222-3333-4444-8555-666677778888",
            "rotationToLatestKeyVersionEnabled": false
          }
        }
      ],
      "outputs": {},
      "parameters": {}
    },
    "parameters": {}
  }
}
JSON

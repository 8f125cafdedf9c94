#!/usr/bin/env bash
set -euo pipefail

token=$(az account get-access-token --query accessToken --output tsv)
curl --fail-with-body --request PUT \
  --url 'https://management.azure.com/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/prepare-sets?api-version=2024-11-01' \
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
          "type": "Microsoft.Network/networkSecurityGroups",
          "apiVersion": "2025-07-01",
          "name": "web-01-nsg",
          "location": "westus",
          "properties": {
            "securityRules": []
          }
        },
        {
          "type": "Microsoft.Network/virtualNetworks",
          "apiVersion": "2025-07-01",
          "name": "web-01-vnet",
          "location": "westus",
          "properties": {
            "addressSpace": {
              "addressPrefixes": [
                "10.0.0.0/16"
              ]
            },
            "subnets": [
              {
                "name": "default",
                "properties": {
                  "addressPrefix": "10.0.0.0/24",
                  "defaultOutboundAccess": false
                }
              }
            ]
          }
        },
        {
          "type": "Microsoft.Network/networkInterfaces",
          "apiVersion": "2025-07-01",
          "name": "web-01-nic",
          "location": "westus",
          "dependsOn": [
            "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-01-nsg')]",
            "[resourceId('Microsoft.Network/virtualNetworks', 'web-01-vnet')]"
          ],
          "properties": {
            "ipConfigurations": [
              {
                "name": "ipconfig1",
                "properties": {
                  "subnet": {
                    "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'web-01-vnet', 'default')]"
                  },
                  "privateIPAllocationMethod": "Dynamic"
                }
              }
            ],
            "networkSecurityGroup": {
              "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-01-nsg')]"
            }
          }
        },
        {
          "type": "Microsoft.Compute/virtualMachines",
          "apiVersion": "2024-11-01",
          "name": "web-01",
          "location": "westus",
          "dependsOn": [
            "[resourceId('Microsoft.Network/networkInterfaces', 'web-01-nic')]"
          ],
          "plan": {
            "publisher": "northwind",
            "product": "hardened-linux",
            "name": "gen2"
          },
          "properties": {
            "hardwareProfile": {
              "vmSize": "Standard_D2s_v5"
            },
            "storageProfile": {
              "imageReference": {
                "id": "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/myGallery/images/myImageDefinition/versions/1.0.0"
              },
              "osDisk": {
                "createOption": "FromImage",
                "managedDisk": {
                  "storageAccountType": "Premium_LRS",
                  "diskEncryptionSet": {
                    "id": "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/Set1"
                  }
                }
              },
              "dataDisks": []
            },
            "securityProfile": {
              "securityType": "TrustedLaunch",
              "uefiSettings": {
                "secureBootEnabled": true,
                "vTpmEnabled": true
              }
            },
            "networkProfile": {
              "networkInterfaces": [
                {
                  "id": "[resourceId('Microsoft.Network/networkInterfaces', 'web-01-nic')]"
                }
              ]
            }
          }
        }
      ],
      "outputs": {
        "virtualMachineId": {
          "type": "string",
          "value": "[resourceId('Microsoft.Compute/virtualMachines', 'web-01')]"
        }
      },
      "parameters": {}
    },
    "parameters": {}
  }
}
JSON

#!/usr/bin/env bash
set -euo pipefail
echo 'Replace the values in angle brackets, and then delete this line.' >&2; exit 1

token=$(az account get-access-token --query accessToken --output tsv)
curl --fail-with-body --request PUT \
  --url 'https://management.azure.com/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/myGallery/images/myImageDefinition/versions/1.0.0?api-version=2025-03-03' \
  --header @<(printf 'Authorization: Bearer %s' "$token") \
  --header 'Content-Type: application/json' \
  --data-binary @- <<'JSON'
{
  "location": "westus",
  "properties": {
    "publishingProfile": {
      "targetRegions": [
        {
          "name": "westus",
          "encryption": {
            "osDiskImage": {
              "diskEncryptionSetId": "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1",
              "securityProfile": {
                "confidentialVMEncryptionType": "EncryptedWithCmk",
                "secureVMDiskEncryptionSetId": "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSConfidentialSet"
              }
            },
            "dataDiskImages": [
              {
                "lun": 0,
                "diskEncryptionSetId": "<set for lun 0>"
              }
            ]
          }
        }
      ],
      "storageAccountType": "Standard_LRS"
    },
    "storageProfile": {
      "source": {
        "id": "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage"
      }
    }
  }
}
JSON

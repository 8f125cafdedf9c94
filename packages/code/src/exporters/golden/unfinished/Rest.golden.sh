#!/usr/bin/env bash
set -euo pipefail
echo 'Replace the values in angle brackets, and then delete this line.' >&2; exit 1

token=$(az account get-access-token --query accessToken --output tsv)
curl --fail-with-body --request PUT \
  --url 'https://management.azure.com/subscriptions/<subscription>/resourceGroups/<resource group>/providers/Microsoft.Compute/galleries/<gallery>/images/<image definition>/versions/<version>?api-version=2025-03-03' \
  --header @<(printf 'Authorization: Bearer %s' "$token") \
  --header 'Content-Type: application/json' \
  --data-binary @- <<'JSON'
{
  "location": "<location>",
  "properties": {
    "publishingProfile": {
      "targetRegions": [
        {
          "name": "<region>",
          "encryption": {
            "osDiskImage": {
              "diskEncryptionSetId": "<set for the os disk>"
            }
          }
        }
      ],
      "storageAccountType": "Standard_LRS"
    },
    "storageProfile": {
      "source": {
        "id": "<source>"
      }
    }
  }
}
JSON

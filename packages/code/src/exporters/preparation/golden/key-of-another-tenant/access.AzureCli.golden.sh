#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail
az account set --subscription='0a1b2c3d-1111-4222-8333-444455556666'

# The application that the other tenant grants access to its key.
application=c0470500-0000-4000-8000-00000000c103
# The identity that the disk encryption set gets.
identity='/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.ManagedIdentity/userAssignedIdentities/partner-keys-identity'
principal=$(az identity show --ids="$identity" --query=principalId --output=tsv)
tenant=$(az account show --query=tenantId --output=tsv)

# The application trusts the identity.
az ad app federated-credential create --id="$application" --parameters="{\"name\": \"$principal\", \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\", \"subject\": \"$principal\", \"audiences\": [\"api://AzureADTokenExchange\"]}"
echo "Client ID: $application"
echo "User-assigned identity: $identity"

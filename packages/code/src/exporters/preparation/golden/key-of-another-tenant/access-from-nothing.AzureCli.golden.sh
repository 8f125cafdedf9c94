#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail
# Run once first: az cloud register --name='ContosoStack' --endpoint-resource-manager='https://management.stack.contoso.com:8443'
az cloud set --name='ContosoStack'
az account set --subscription='0a1b2c3d-1111-4222-8333-444455556666'

# The application that the other tenant grants access to its key.
application=$(az ad app create --display-name=gallery-encryption-keys --sign-in-audience=AzureADMultipleOrgs --query=appId --output=tsv)
# The identity that the disk encryption set gets.
identity=$(az identity create --resource-group='myResourceGroup' --name=gallery-encryption-keys --location='japaneast' --query=id --output=tsv)
principal=$(az identity show --ids="$identity" --query=principalId --output=tsv)
tenant=$(az account show --query=tenantId --output=tsv)

# The application trusts the identity.
az ad app federated-credential create --id="$application" --parameters="{\"name\": \"$principal\", \"issuer\": \"https://login.stack.contoso.com/$tenant/v2.0\", \"subject\": \"$principal\", \"audiences\": [\"api://AzureADTokenExchange\"]}"
echo "Client ID: $application"
echo "User-assigned identity: $identity"

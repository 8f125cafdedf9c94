#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail
az account set --subscription='0a1b2c3d-1111-4222-8333-444455556666'

az provider register --namespace=Microsoft.Compute --wait
az provider register --namespace=Microsoft.KeyVault --wait
az provider register --namespace=Microsoft.ManagedIdentity --wait
# The SIGEncryption feature is no longer required.

identity=$(az identity create \
  --resource-group='myResourceGroup' \
  --name='id-des-westus' \
  --location='westus' \
  --query=id \
  --output=tsv)
principal=$(az identity show \
  --ids="$identity" \
  --query=principalId \
  --output=tsv)
vault=$(az keyvault create \
  --resource-group='myResourceGroup' \
  --name='kv-westus' \
  --location='westus' \
  --enable-purge-protection=true \
  --enable-rbac-authorization=true \
  --query=id \
  --output=tsv)
key=$(az rest --method=put \
  --url="$vault"'/keys/images-key?api-version=2026-02-01' \
  --body='{"properties":{"kty":"RSA","keySize":3072,"rotationPolicy":{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P335D"},"action":{"type":"rotate"}},{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"notify"}}],"attributes":{"expiryTime":"P365D"}}}}' \
  --query=properties.keyUriWithVersion \
  --output=tsv)
az role assignment create \
  --assignee-object-id="$principal" \
  --assignee-principal-type=ServicePrincipal \
  --role=e147488a-f6f5-4113-8e2d-b22465e65bf6 \
  --scope="$vault"
# A new role assignment can take minutes to apply. Until then, Azure rejects the set.
for attempt in {1..30}; do
  outcome=$(az disk-encryption-set create \
    --resource-group='myResourceGroup' \
    --name='des-westus' \
    --location='westus' \
    --source-vault="$vault" \
    --key-url="$key" \
    --mi-user-assigned="$identity" \
    --encryption-type='EncryptionAtRestWithCustomerKey' \
    --enable-auto-key-rotation=true 2>&1) && break
  echo "$outcome" >&2
  [[ $attempt -lt 30 && $outcome == *KeyVaultAccessForbidden* ]]
  sleep 30
done

identity=$(az identity create \
  --resource-group='myResourceGroup' \
  --name='id-des-japaneast' \
  --location='japaneast' \
  --query=id \
  --output=tsv)
principal=$(az identity show \
  --ids="$identity" \
  --query=principalId \
  --output=tsv)
vault=$(az keyvault create \
  --resource-group='myResourceGroup' \
  --name='kv-japaneast' \
  --location='japaneast' \
  --enable-purge-protection=true \
  --enable-rbac-authorization=true \
  --query=id \
  --output=tsv)
key=$(az rest --method=put \
  --url="$vault"'/keys/images-key?api-version=2026-02-01' \
  --body='{"properties":{"kty":"RSA","keySize":3072,"rotationPolicy":{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P335D"},"action":{"type":"rotate"}},{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"notify"}}],"attributes":{"expiryTime":"P365D"}}}}' \
  --query=properties.keyUriWithVersion \
  --output=tsv)
az role assignment create \
  --assignee-object-id="$principal" \
  --assignee-principal-type=ServicePrincipal \
  --role=e147488a-f6f5-4113-8e2d-b22465e65bf6 \
  --scope="$vault"
# A new role assignment can take minutes to apply. Until then, Azure rejects the set.
for attempt in {1..30}; do
  outcome=$(az disk-encryption-set create \
    --resource-group='myResourceGroup' \
    --name='des-japaneast' \
    --location='japaneast' \
    --source-vault="$vault" \
    --key-url="$key" \
    --mi-user-assigned="$identity" \
    --encryption-type='EncryptionAtRestWithCustomerKey' \
    --enable-auto-key-rotation=true 2>&1) && break
  echo "$outcome" >&2
  [[ $attempt -lt 30 && $outcome == *KeyVaultAccessForbidden* ]]
  sleep 30
done

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
  --name='kv-jpe' \
  --location='japaneast' \
  --enable-purge-protection=true \
  --enable-rbac-authorization=false \
  --no-self-perms=true \
  --query=id \
  --output=tsv)
key=$(az rest --method=put \
  --url="$vault"'/keys/images-key?api-version=2026-02-01' \
  --body='{"properties":{"kty":"RSA","keySize":3072,"rotationPolicy":{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P335D"},"action":{"type":"rotate"}},{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"notify"}}],"attributes":{"expiryTime":"P365D"}}}}' \
  --query=properties.keyUriWithVersion \
  --output=tsv)
az keyvault set-policy \
  --name='kv-jpe' \
  --object-id="$principal" \
  --key-permissions get wrapKey unwrapKey
az disk-encryption-set create \
  --resource-group='myResourceGroup' \
  --name='des-japaneast' \
  --location='japaneast' \
  --source-vault="$vault" \
  --key-url="$key" \
  --mi-user-assigned="$identity" \
  --encryption-type='EncryptionAtRestWithCustomerKey' \
  --enable-auto-key-rotation=true

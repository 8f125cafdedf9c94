#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail
az account set --subscription='0a1b2c3d-1111-4222-8333-444455556666'

az provider register --namespace=Microsoft.Compute --wait
az provider register --namespace=Microsoft.KeyVault --wait
az provider register --namespace=Microsoft.ManagedIdentity --wait
# The SIGEncryption feature is no longer required.

az disk-encryption-set create \
  --resource-group='myResourceGroup' \
  --name='des-japaneast' \
  --location='japaneast' \
  --key-url='https://kv-fabrikam.vault.azure.net/keys/partner-key/00112233445566778899aabbccddeeff' \
  --mi-user-assigned='/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.ManagedIdentity/userAssignedIdentities/partner-keys-identity' \
  --federated-client-id='c0470500-0000-4000-8000-00000000c103' \
  --encryption-type='EncryptionAtRestWithCustomerKey' \
  --enable-auto-key-rotation=true

#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail

# Compute Gallery Image Reader
az role assignment create \
  --assignee-object-id='c0470500-0000-4000-8000-00000000b008' \
  --role=cf7c76d2-98a3-4358-a134-615aa78bf44d \
  --scope='/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.Compute/galleries/contoso/images/web'

# Reader
az role assignment create \
  --assignee-object-id='c0470500-0000-4000-8000-00000000b008' \
  --role=acdd72a7-3385-48ef-bd42-f606fba81ae7 \
  --scope='/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.Compute/diskEncryptionSets/one'

# Contributor
az role assignment create \
  --assignee-object-id='c0470500-0000-4000-8000-00000000b008' \
  --role=b24988ac-6180-42a0-ab88-20f7382dd24c \
  --scope='/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.Compute/diskEncryptionSets/one'

# Key Vault Crypto Officer
az role assignment create \
  --assignee-object-id='c0470500-0000-4000-8000-00000000b008' \
  --role=14b46e9e-c2b7-41b4-b07b-48a6ebf60603 \
  --scope='/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group/providers/Microsoft.KeyVault/vaults/kv/keys/images'

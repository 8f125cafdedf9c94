#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail

az sig image-version create \
  --subscription='0a1b2c3d-1111-4222-8333-444455556666' \
  --resource-group='myResourceGroup' \
  --gallery-name='myGallery' \
  --gallery-image-definition='myImageDefinition' \
  --gallery-image-version='1.0.0' \
  --location='westus' \
  --managed-image='/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage' \
  --storage-account-type='Standard_LRS' \
  --target-regions \
    'westus=2=standard_lrs' \
    'eastus2' \
  --target-region-encryption \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1,0,/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2' \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1,0,/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2'

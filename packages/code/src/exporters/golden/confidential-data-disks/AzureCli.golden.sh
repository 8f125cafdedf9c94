#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
# NOT INCLUDED (not supported by this tool): confidential encryption of data disks.
set -euo pipefail

az sig image-version create \
  --subscription='0a1b2c3d-1111-4222-8333-444455556666' \
  --resource-group='myResourceGroup' \
  --gallery-name='myGallery' \
  --gallery-image-definition='myImageDefinition' \
  --gallery-image-version='1.0.0' \
  --location='westus' \
  --os-snapshot='/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/ledgerOs' \
  --data-snapshots \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/ledgerData' \
  --data-snapshot-luns \
    '0' \
  --storage-account-type='Standard_LRS' \
  --target-regions \
    'westus' \
  --target-region-encryption \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1' \
  --target-region-cvm-encryption \
    'EncryptedWithPmk,'

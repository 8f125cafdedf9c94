#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
# NOT INCLUDED (not supported by this tool): exclude from latest for single regions.
set -euo pipefail

az sig image-version create \
  --subscription='0a1b2c3d-1111-4222-8333-444455556666' \
  --resource-group='myResourceGroup' \
  --gallery-name='myGallery' \
  --gallery-image-definition='myImageDefinition' \
  --gallery-image-version='1.0.0' \
  --location='westus' \
  --os-snapshot='/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myOSSnapshot' \
  --data-snapshots \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/snapshots/myDDSnapshot' \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/disks/myDisk' \
  --data-snapshot-luns \
    '0' \
    '3' \
  --replica-count='2' \
  --storage-account-type='Premium_LRS' \
  --exclude-from-latest='true' \
  --end-of-life-date='2030-12-01T00:00:00.000Z' \
  --allow-replicated-location-deletion='true' \
  --block-deletion-before-end-of-life='true' \
  --target-regions \
    'westus' \
    'eastus2=3=standard_zrs' \
  --target-region-encryption \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1,0,/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2,3,/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet2' \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1,0,/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2,3,/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet2' \
  --tags \
    'cost center=Contoso'\''s ${web}' \
    'note=[{{ x }}] "q"'

#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
# NOT INCLUDED (not supported by this tool): default storage, for regions added later.
set -euo pipefail
echo 'Replace the values in angle brackets, and then delete this line.' >&2; exit 1

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
    'westus=standard_lrs' \
    'eastus2=standard_zrs' \
  --target-region-encryption \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1,0,<set for lun 0>' \
    '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet1,0,<set for lun 0>'

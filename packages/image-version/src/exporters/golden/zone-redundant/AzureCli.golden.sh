#!/usr/bin/env bash
# For bash: PowerShell reads the values once more and changes them.
# LEFT OUT, since this tool cannot say it: the default storage, which regions added later would get.
set -euo pipefail
echo 'Put your own values in place of those in angle brackets, then delete this line.' >&2; exit 1

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

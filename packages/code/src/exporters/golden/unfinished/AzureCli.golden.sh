#!/usr/bin/env bash
# Run this in bash. PowerShell would change the values.
set -euo pipefail
echo 'Replace the values in angle brackets, and then delete this line.' >&2; exit 1

az sig image-version create \
  --subscription='<subscription>' \
  --resource-group='<resource group>' \
  --gallery-name='<gallery>' \
  --gallery-image-definition='<image definition>' \
  --gallery-image-version='<version>' \
  --location='<location>' \
  --managed-image='<source>' \
  --storage-account-type='Standard_LRS' \
  --target-regions \
    '<region>' \
  --target-region-encryption \
    '<set for the os disk>'

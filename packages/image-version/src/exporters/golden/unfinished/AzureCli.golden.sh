#!/usr/bin/env bash
# For bash: PowerShell reads the values once more and changes them.
set -euo pipefail
echo 'Put your own values in place of those in angle brackets, then delete this line.' >&2; exit 1

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

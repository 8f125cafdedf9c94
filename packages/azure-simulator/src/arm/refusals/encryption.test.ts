import { describe, expect, it } from 'vitest'
import {
  blobs,
  definitionOf,
  developmentSet,
  disksOf,
  putRefused,
  osSet,
  region,
  regions,
  type RefusedPut,
} from '../../testing/versions.ts'

const encryption: RefusedPut[] = [
  [
    'a set that is not there',
    (azure) => regions(region(azure, 'westus', { os: 'NoSet' })),
    'InvalidParameter',
    'diskEncryptionSets/NoSet was not found.',
  ],
  [
    "another subscription's set",
    (azure) => regions(region(azure, 'westus', { os: developmentSet(azure) })),
    'InvalidParameter',
    "must be in the same subscription 'c0470500-0000-4000-8000-00000000a001' as the gallery resource.",
  ],
  [
    'a set that is no id',
    (azure) => regions(region(azure, 'westus', { os: 'x/y' })),
    'InvalidParameter',
    `The value of parameter ${osSet} is invalid.`,
  ],
  [
    'an empty set',
    (azure) => regions(region(azure, 'westus', { luns: [[0, '']] })),
    'InvalidParameter',
    'encryption.dataDiskImages.diskEncryptionSetId is invalid.',
  ],
  [
    'the id of something else',
    (azure) => regions(region(azure, 'westus', { os: azure.compute('disks/myOSDisk') })),
    'InvalidParameter',
    `The value of parameter ${osSet} is invalid.`,
  ],
  [
    "another region's set",
    (azure) => regions(region(azure, 'westus', { os: 'EastUS2DiskEncryptionSet1' })),
    'InvalidParameter',
    "is in region 'East US 2' and cannot be used in target region 'West US'",
  ],
  [
    "another region's set on a data disk",
    (azure) =>
      regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1', luns: [[0, 'EastUS2DiskEncryptionSet2']] })),
    'InvalidParameter',
    "cannot be used in target region 'West US'",
  ],
  [
    'a confidential set on a plain disk',
    (azure) => regions(region(azure, 'westus', { os: 'WestUSConfidentialEncryptionSet' })),
    'InvalidParameter',
    'The type of the Disk Encryption Set in the request is ConfidentialVmEncryptedWithCustomerKey',
  ],
  [
    'a gap on the OS disk',
    (azure) => regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' }), { name: 'eastus2' }),
    'InvalidParameter',
    `A disk encryption set is required for disk '${osSet}' in target region 'East US 2' since disk encryption set '`,
  ],
  [
    'a gap on a LUN',
    (azure) =>
      regions(
        region(azure, 'westus', { luns: [[0, 'WestUSDiskEncryptionSet2']], os: 'WestUSDiskEncryptionSet1' }),
        region(azure, 'eastus2', { os: 'EastUS2DiskEncryptionSet1' }),
      ),
    'InvalidParameter',
    "A disk encryption set is required for disk 'LUN 0' in target region 'East US 2' since",
  ],
  [
    'a LUN that the source lacks',
    (azure) => regions(region(azure, 'westus', { luns: [[5, 'WestUSDiskEncryptionSet2']] })),
    'InvalidParameter',
    "An invalid lun [5] was specified in encryption.dataDiskImages. The lun must be one of the following values ['0'].",
  ],
  [
    'a LUN twice',
    (azure) =>
      regions(
        region(azure, 'westus', {
          luns: [
            [0, 'WestUSDiskEncryptionSet1'],
            [0, 'WestUSDiskEncryptionSet2'],
          ],
        }),
      ),
    'InvalidParameter',
    "Duplicate luns '0' were specified in target region 'West US' encryption.dataDiskImages.",
  ],
  [
    'a set on a VHD',
    (azure) => ({
      ...regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' })),
      storage: blobs(azure, 'https://contosovhds.blob.core.windows.net/vhds/os.vhd'),
    }),
    'InvalidParameter',
    "Encryption is not supported for source resource '",
  ],
  [
    'a set on a copy of a version',
    (azure) => ({
      ...regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' })),
      storage: { source: { id: azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0') } },
    }),
    'InvalidParameter',
    "Encryption is not supported for source resource '",
  ],
  [
    'a set in a gallery shared with the community',
    (azure) => ({
      ...regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' })),
      definition: definitionOf('ubuntu-community', 'sharedGallery'),
    }),
    'InvalidParameter',
    "shared to 'Community'",
  ],
  [
    'a set on a disk that was encrypted in the guest',
    (azure) => ({
      ...regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' })),
      definition: definitionOf('windows-sql'),
      storage: disksOf(azure, 'disks/bitlockerDisk'),
    }),
    'OperationNotAllowed',
    'Azure Disk Encryption',
  ],
]

describe('the encryption of a version', () => {
  it.each(encryption)('is refused: %s', async (_, parts, code, message) => {
    const answer = await putRefused(parts)
    expect(answer).toMatchObject({ status: code === 'OperationNotAllowed' ? 409 : 400, code, leftBehind: 0 })
    expect(answer.message).toContain(message)
  })
})

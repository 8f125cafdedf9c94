import { expect, it } from 'vitest'
import { diskOfVersionVerdict, setsOfDisks, type DiskOfVersion } from './disk-of-version.ts'

const setId = (name: string) =>
  `/subscriptions/0a0a0a0a-1111-4222-8333-444444444444/resourceGroups/keys/providers/Microsoft.Compute/diskEncryptionSets/${name}`

const sets = setsOfDisks({
  targetRegions: [
    { name: 'West US', osDiskImage: setId('west'), dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId('data') }] },
    { name: 'northeurope', dataDiskImages: [{ lun: 0 }] },
    {
      name: 'eastus',
      dataDiskImages: [],
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      secureVMDiskEncryptionSetId: setId('confidential'),
    },
  ],
})

it.each<[string, DiskOfVersion, string]>([
  [
    'the set of the region and disk',
    { disk: 'os', location: 'westus', diskEncryptionSetId: setId('west') },
    'as-version',
  ],
  [
    'the same set in another spelling',
    { disk: 0, location: 'West US', diskEncryptionSetId: setId('DATA') },
    'as-version',
  ],
  ['the set of another disk', { disk: 'os', location: 'westus', diskEncryptionSetId: setId('data') }, 'other-set'],
  ['no set, where the version has one', { disk: 0, location: 'westus' }, 'platform-key'],
  ['no set, where the version has none', { disk: 'os', location: 'northeurope' }, 'no-set'],
  [
    'a set, where the version has none',
    { disk: 0, location: 'northeurope', diskEncryptionSetId: setId('x') },
    'no-set',
  ],
  ['a region that the version no longer has', { disk: 'os', location: 'uksouth' }, 'no-set'],
  [
    'the set of the confidential part',
    { disk: 'os', location: 'eastus', diskEncryptionSetId: setId('confidential') },
    'as-version',
  ],
])('a disk with %s', (_, disk, verdict) => {
  expect(diskOfVersionVerdict(sets, disk)).toBe(verdict)
})

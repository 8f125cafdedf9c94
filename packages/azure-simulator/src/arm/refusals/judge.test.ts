import { describe, expect, it } from 'vitest'
import { startedAzure, type StartedAzure } from '../../testing/azure.ts'
import {
  blobs,
  definitionOf,
  disksOf,
  guestOnly,
  image,
  ledger,
  region,
  regions,
  withKey,
  type PutParts,
} from '../../testing/versions.ts'

describe('what fits is taken', () => {
  const fits: [string, (azure: StartedAzure) => Partial<PutParts>][] = [
    [
      'double encryption',
      (azure) =>
        regions(
          region(azure, 'westus', { os: 'WestUSDoubleEncryptionSet', luns: [[0, 'WestUSDoubleEncryptionSet']] }),
          region(azure, 'eastus2', { os: 'EastUS2DoubleEncryptionSet', luns: [[0, 'EastUS2DoubleEncryptionSet']] }),
        ),
    ],
    [
      "the PowerShell example's six cells",
      (azure) => ({
        definition: definitionOf('windows-sql'),
        storage: image(azure, 'myWindowsImage'),
        ...regions(
          ...['WestUS', 'EastUS2'].map((prefix) =>
            region(azure, prefix, {
              os: `${prefix}DiskEncryptionSet1`,
              luns: [
                [1, `${prefix}DiskEncryptionSet2`],
                [2, `${prefix}DiskEncryptionSet3`],
              ],
            }),
          ),
        ),
      }),
    ],
    [
      'a confidential version with a customer key',
      (azure) => ({
        ...ledger(azure),
        ...regions(region(azure, 'westus', { security: withKey('WestUSConfidentialEncryptionSet') })),
      }),
    ],
    [
      'a confidential version without a persisted TPM in two regions',
      (azure) => ({
        ...ledger(azure),
        ...regions(
          ...['westus', 'eastus2'].map((name) =>
            region(azure, name, { security: { confidentialVMEncryptionType: 'NonPersistedTPM' } }),
          ),
        ),
      }),
    ],
    [
      'a plain disk for a confidential definition, of which no refusal is documented',
      (azure) => ({
        ...ledger(azure),
        ...regions(region(azure, 'westus', { security: guestOnly })),
        storage: disksOf(azure, 'snapshots/myOSSnapshot'),
      }),
    ],
    [
      'a generalized machine',
      ({ compute }) => ({ storage: { source: { virtualMachineId: compute('virtualMachines/web-template-vm') } } }),
    ],
    [
      'a VHD with the platform key',
      (azure) => ({ storage: blobs(azure, 'https://contosovhds.blob.core.windows.net/vhds/os.vhd') }),
    ],
    [
      'VHDs whose names differ in case only',
      (azure) => ({
        storage: blobs(
          azure,
          'https://contosovhds.blob.core.windows.net/vhds/os.vhd',
          'https://contosovhds.blob.core.windows.net/vhds/OS.vhd',
        ),
      }),
    ],
    [
      'a copy of a version with the platform key',
      ({ compute }) => ({
        storage: { source: { id: compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0') } },
      }),
    ],
    [
      'a LUN with a lone OS disk, as was recorded',
      (azure) => ({
        storage: disksOf(azure, 'snapshots/myOSSnapshot'),
        ...regions(
          region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1', luns: [[0, 'WestUSDiskEncryptionSet2']] }),
        ),
      }),
    ],
    ['a shallow version in its home region', () => ({ publishing: { replicationMode: 'Shallow' } })],
  ]
  it.each(fits)('%s', async (_, partsOf) => {
    await using azure = await startedAzure()
    const { definition = definitionOf('ubuntu-web'), publishing, storage = image(azure) } = partsOf(azure)
    const answer = await (
      await azure.as('Ada')
    )('PUT', azure.compute(`${definition}/versions/2.0.0`), {
      location: 'westus',
      properties: { ...(publishing && { publishingProfile: publishing }), storageProfile: storage },
    })
    expect([answer.status, answer.body['error']]).toEqual([201, undefined])
  })

  it('a disk that does not tell its generation', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const disk = { creationData: { createOption: 'Empty' }, diskSizeGB: 30, osType: 'Linux' }
    await ada('PUT', azure.compute('disks/plainDisk'), { location: 'westus', properties: disk })
    const { status } = await ada('PUT', azure.compute(`${definitionOf('ubuntu-web')}/versions/2.0.0`), {
      location: 'westus',
      properties: { storageProfile: disksOf(azure, 'disks/plainDisk') },
    })
    expect(status).toBe(201)
  })
})

import { describe, expect, it } from 'vitest'
import { valueAt } from '../../json.ts'
import type { Json, JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing.ts'
import type { StartedAzure } from '../../testing.ts'

// One line for each thing that Azure refuses of a new image version: over HTTP, and nothing is left behind.

type Case = [what: string, body: (azure: StartedAzure) => Partial<Parts>, code: string, message: string]

interface Parts {
  definition: string
  name: string
  location: string
  publishing: JsonObject
  storage: JsonObject
  user: string
}

const definitionOf = (name: string, galleryName = 'contosoGallery') => `galleries/${galleryName}/images/${name}`
const image = ({ compute }: StartedAzure, name = 'myImage'): JsonObject => ({
  source: { id: compute(`images/${name}`) },
})
const disksOf = ({ compute }: StartedAzure, os: string, ...data: [lun: number, path: string][]): JsonObject => ({
  osDiskImage: { source: { id: compute(os) } },
  dataDiskImages: data.map(([lun, path]) => ({ lun, source: { id: compute(path) } })),
})
const blobs = ({ production }: StartedAzure, os: string, data?: string): JsonObject => {
  const id = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Storage/storageAccounts/contosovhds`
  return {
    osDiskImage: { source: { id, uri: os } },
    ...(data && { dataDiskImages: [{ lun: 0, source: { id, uri: data } }] }),
  }
}

/** A region whose disks have these sets: `os` for the OS disk, and by LUN. Names are of Production's sets; ids are taken as they are. */
function region(
  azure: StartedAzure,
  name: string,
  sets: { os?: string; luns?: [number, string][]; security?: JsonObject },
): JsonObject {
  const id = (set: string) => (set.includes('/') || set === '' ? set : azure.compute(`diskEncryptionSets/${set}`))
  return {
    name,
    encryption: {
      osDiskImage: {
        ...(sets.os !== undefined && { diskEncryptionSetId: id(sets.os) }),
        ...(sets.security && {
          securityProfile: Object.fromEntries(
            Object.entries(sets.security).map(([key, value]) => [
              key,
              key.endsWith('SetId') ? id(String(value)) : value,
            ]),
          ),
        }),
      },
      dataDiskImages: (sets.luns ?? []).map(([lun, set]) => ({ lun, diskEncryptionSetId: id(set) })),
    },
  }
}

const regions = (...targetRegions: Json[]): { publishing: JsonObject } => ({ publishing: { targetRegions } })
const developmentSet = ({ development }: StartedAzure, name = 'DevWestUSDiskEncryptionSet1') =>
  `/subscriptions/${development}/resourceGroups/devResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/${name}`
const development = (azure: StartedAzure, path: string) =>
  `/subscriptions/${azure.development}/resourceGroups/devResourceGroup/providers/Microsoft.Compute/${path}`
const osSet =
  'galleryArtifactVersion.properties.publishingProfile.targetRegions.encryption.osDiskImage.diskEncryptionSetId'

const names: Case[] = ['1.0', '1.0.0.0', 'v1.0.0', '1.0.2147483648', '1..0'].map((name) => [
  `the version name ${name}`,
  () => ({ name }),
  'InvalidParameter',
  'The image version name is invalid. The image version name should follow Major(int).Minor(int).Patch(int) format',
])

const whereTo: Case[] = [
  [
    'a region that is none',
    () => regions({ name: 'westus' }, { name: 'atlantis' }),
    'LocationNotAvailableForResourceType',
    "The provided location 'atlantis' is not available",
  ],
  [
    'a region twice, in two spellings',
    () => regions({ name: 'westus' }, { name: 'West US' }),
    'InvalidParameter',
    'Duplicate regions are not allowed in target publishing regions.',
  ],
  [
    'regions without the home region',
    () => regions({ name: 'eastus2' }),
    'InvalidParameter',
    "Gallery image version publishing profile regions 'East US 2' must contain the location of image version 'West US'.",
  ],
  ['no region at all', () => regions(), 'InvalidParameter', 'must contain the location of image version'],
  [
    'no replica',
    () => regions({ name: 'westus', regionalReplicaCount: 0 }),
    'InvalidParameter',
    "The value 0 of parameter 'galleryArtifactVersion.properties.publishingProfile.targetRegions.regionalReplicaCount' is out of range. The value must be between 1 and 100, inclusive.",
  ],
  ['101 replicas', () => ({ publishing: { replicaCount: 101 } }), 'InvalidParameter', 'The value 101 of parameter'],
  [
    'more than 100 replicas in all',
    () => regions({ name: 'westus', regionalReplicaCount: 60 }, { name: 'eastus2', regionalReplicaCount: 41 }),
    'InvalidParameter',
    'The total number of replicas 101',
  ],
  [
    'a replica count that is no whole number',
    () => regions({ name: 'westus', regionalReplicaCount: 1.5 }),
    'InvalidRequestContent',
    'properties.publishingProfile.targetRegions[0].regionalReplicaCount',
  ],
  [
    'zone-redundant storage where there are no zones',
    () => regions({ name: 'westus', storageAccountType: 'Standard_ZRS' }),
    'InvalidParameter',
    'ZRS storage account type is not supported in this region',
  ],
  [
    'a storage type that is none',
    () => ({ publishing: { storageAccountType: 'Tape_LRS' } }),
    'InvalidParameter',
    'publishingProfile.storageAccountType is invalid',
  ],
  [
    'a shallow version in two regions',
    () => ({ publishing: { replicationMode: 'Shallow', targetRegions: [{ name: 'westus' }, { name: 'eastus2' }] } }),
    'InvalidParameter',
    "replication mode is 'Shallow'",
  ],
  [
    'an end of life that has passed',
    () => ({ publishing: { endOfLifeDate: '2025-11-30T23:59:59Z' } }),
    'InvalidParameter',
    'EndOfLifeDate must be set to a future date.',
  ],
  [
    'an end of life that is no date',
    () => ({ publishing: { endOfLifeDate: 'soon' } }),
    'InvalidParameter',
    'endOfLifeDate is invalid',
  ],
  [
    'a location that is none',
    () => ({ location: 'atlantis' }),
    'LocationNotAvailableForResourceType',
    "The provided location 'atlantis'",
  ],
]

const sources: Case[] = [
  ['no source', () => ({ storage: {} }), 'InvalidParameter', 'is missing (null).'],
  [
    'a source that is not there',
    (azure) => ({ storage: image(azure, 'noImage') }),
    'InvalidParameter',
    "noImage' is not found. Please check source exists, and is in the same region as gallery image version being created.",
  ],
  [
    'a source in another region',
    (azure) => ({ storage: image(azure, 'myEuropeImage') }),
    'InvalidParameter',
    "myEuropeImage' is not found. Please check source exists, and is in the same region",
  ],
  [
    'a source that is no id',
    () => ({ storage: { source: { id: 'myImage' } } }),
    'LinkedInvalidPropertyId',
    "Property id 'myImage' at path 'properties.storageProfile.source.id' is invalid.",
  ],
  [
    'a snapshot where an image belongs',
    ({ compute }) => ({ storage: { source: { id: compute('snapshots/myOSSnapshot') } } }),
    'InvalidParameter',
    'must either be a managed image, virtual machine or another gallery image version',
  ],
  [
    'an image where a disk belongs',
    (azure) => ({ storage: disksOf(azure, 'images/myImage') }),
    'InvalidParameter',
    'must be a managed disk or snapshot.',
  ],
  [
    'an image and a snapshot at once',
    (azure) => ({ storage: { ...image(azure), ...disksOf(azure, 'snapshots/myOSSnapshot') } }),
    'InvalidParameter',
    'One and only one source type',
  ],
  [
    'two disks on one LUN',
    (azure) => ({
      storage: disksOf(azure, 'snapshots/myOSSnapshot', [0, 'snapshots/myDDSnapshot'], [0, 'disks/myDDDisk']),
    }),
    'InvalidParameter',
    'Duplicated lun numbers have been detected in the input data disks.',
  ],
  [
    'one disk twice',
    (azure) => ({
      storage: disksOf(azure, 'snapshots/myOSSnapshot', [0, 'snapshots/myDDSnapshot'], [1, 'snapshots/myDDSnapshot']),
    }),
    'InvalidParameter',
    'Duplicate source ids are found in the input disks.',
  ],
  [
    'one blob for two disks',
    (azure) => ({
      storage: blobs(
        azure,
        'https://contosovhds.blob.core.windows.net/vhds/os.vhd',
        'https://contosovhds.blob.core.windows.net/vhds/os.vhd',
      ),
    }),
    'InvalidParameter',
    'OSDiskImage and DataDiskImage cannot point to same blob https://',
  ],
  [
    'a generalized image for a specialized definition',
    (azure) => ({ definition: definitionOf('ubuntu-golden'), storage: image(azure) }),
    'InvalidParameter',
    "since the OS State in the parent gallery image ('Specialized') is not 'Generalized'.",
  ],
  [
    'a machine that is not generalized',
    ({ compute }) => ({ storage: { source: { virtualMachineId: compute('virtualMachines/golden-vm') } } }),
    'InvalidParameter',
    "since the OS State in the parent gallery image ('Generalized') is not 'Specialized'.",
  ],
  [
    'a Windows image for a Linux definition',
    (azure) => ({ storage: image(azure, 'myWindowsImage') }),
    'InvalidParameter',
    "has a different OS type ['Windows'] than the parent gallery image OS type generation ['Linux']",
  ],
  [
    'an image of the other generation',
    (azure) => ({ storage: image(azure, 'myOldImage') }),
    'InvalidParameter',
    "has a different Hypervisor generation ['V1'] than the parent gallery image Hypervisor generation ['V2']",
  ],
  [
    'a machine with an ephemeral OS disk',
    ({ compute }) => ({ storage: { source: { virtualMachineId: compute('virtualMachines/kiosk-vm') } } }),
    'InvalidParameter',
    'kiosk-vm cannot contain an ephemeral OS disk.',
  ],
  [
    'a machine with an Ultra disk',
    ({ compute }) => ({ storage: { source: { virtualMachineId: compute('virtualMachines/ultra-vm') } } }),
    'InvalidParameter',
    "/disks/ultra-vm_lun_0'] stored in an UltraSSD account type",
  ],
  [
    'an Ultra disk',
    (azure) => ({ storage: disksOf(azure, 'snapshots/myOSSnapshot', [0, 'disks/ultraDisk']) }),
    'InvalidParameter',
    'UltraSSD',
  ],
  [
    'a version that has a customer key',
    ({ compute }) => ({
      storage: { source: { id: compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0') } },
    }),
    'InvalidParameter',
    'is encrypted with customer managed keys and cannot be the source',
  ],
  [
    "another subscription's disk that has a customer key",
    (azure) => ({ storage: { osDiskImage: { source: { id: development(azure, 'disks/devEncryptedDisk') } } } }),
    'InvalidParameter',
    'is in a different subscription ID than the current gallery image version subscription',
  ],
]

const encryption: Case[] = [
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

const ledger = (azure: StartedAzure) => ({
  definition: definitionOf('confidential-ledger'),
  storage: disksOf(azure, 'snapshots/ledgerOSSnapshot'),
})
const guestOnly = { confidentialVMEncryptionType: 'EncryptedVMGuestStateOnlyWithPmk' }
const withKey = (set?: string): JsonObject => ({
  confidentialVMEncryptionType: 'EncryptedWithCmk',
  ...(set && { secureVMDiskEncryptionSetId: set }),
})
const confidential: Case[] = [
  [
    'a confidential version without its encryption type',
    (azure) => ledger(azure),
    'InvalidParameter',
    'The regional encryption.osDiskImage.securityProfile.type must be specified when the SecurityType of the image definition is ConfidentialVM.',
  ],
  [
    'a confidential version in two regions',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: guestOnly }), region(azure, 'eastus2', { security: guestOnly })),
    }),
    'InvalidParameter',
    "Only the home region 'westus' can be specified as a target region for Images with the ConfidentialVM feature unless the Confidential VM encryption type is set to 'NonPersistedTPM'.",
  ],
  [
    'a customer key without its set',
    (azure) => ({ ...ledger(azure), ...regions(region(azure, 'westus', { security: withKey() })) }),
    'InvalidParameter',
    'secureVMDiskEncryptionSetId must be specified',
  ],
  [
    'a set without the customer key',
    (azure) => ({
      ...ledger(azure),
      ...regions(
        region(azure, 'westus', {
          security: { ...guestOnly, secureVMDiskEncryptionSetId: 'WestUSConfidentialEncryptionSet' },
        }),
      ),
    }),
    'InvalidParameter',
    'can be specified only when',
  ],
  [
    'a plain set for the guest state',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: withKey('WestUSDiskEncryptionSet1') })),
    }),
    'InvalidParameter',
    'The type of the Disk Encryption Set in the request is EncryptionAtRestWithCustomerKey',
  ],
  [
    'an encryption type that is none',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: { confidentialVMEncryptionType: 'Rot13' } })),
    }),
    'InvalidParameter',
    'confidentialVMEncryptionType is invalid',
  ],
  [
    'a plain disk for a confidential definition',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: guestOnly })),
      storage: disksOf(azure, 'snapshots/myOSSnapshot'),
    }),
    'InvalidParameter',
    'is not a confidential virtual machine',
  ],
  [
    'a confidential encryption type for a plain definition',
    (azure) => regions(region(azure, 'westus', { security: guestOnly })),
    'InvalidParameter',
    "when the SecurityType of the image definition is 'Standard'",
  ],
]

describe('a new image version is refused', () => {
  it.each([...names, ...whereTo, ...sources, ...encryption, ...confidential])(
    'for %s',
    async (_, partsOf, code, message) => {
      await using azure = await startedAzure()
      const {
        definition = definitionOf('ubuntu-web'),
        name = '2.0.0',
        location = 'westus',
        publishing,
        storage = image(azure),
        user = 'Ada',
      } = partsOf(azure)
      const path = azure.compute(`${definition}/versions/${name}`)
      const arm = await azure.as(user)
      const before = azure.simulator.world.store.snapshot()
      const answer = await arm('PUT', path, {
        location,
        properties: { ...(publishing && { publishingProfile: publishing }), storageProfile: storage },
      })
      expect(answer.body).toEqual({
        error: {
          code,
          message: expect.stringContaining(message),
          ...(valueAt(answer.body, 'error', 'target') !== undefined && { target: expect.any(String) }),
        },
      })
      expect([400, 409]).toContain(answer.status)
      expect((await arm('GET', path)).status).toBe(404)
      expect(azure.simulator.world.store.snapshot()).toEqual(before)
      expect(azure.simulator.world.operations.size).toBe(0)
    },
  )

  it('for a definition that is not there', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('PUT', azure.compute('galleries/contosoGallery/images/none/versions/1.0.0'), {
      location: 'westus',
      properties: { storageProfile: image(azure) },
    })
    expect(answer).toMatchObject({
      status: 404,
      body: {
        error: {
          code: 'ParentResourceNotFound',
          message:
            "Can not perform requested operation on nested resource. Parent resource 'contosoGallery/none' not found.",
        },
      },
    })
  })

  it('for a set that the caller may not read, and does not say whether it is there', async () => {
    await using azure = await startedAzure()
    const ben = await azure.as('Ben')
    for (const set of ['WestUSDiskEncryptionSet1', 'NoSet']) {
      const body = {
        location: 'westus',
        properties: {
          publishingProfile: { targetRegions: [region(azure, 'westus', { os: set })] },
          storageProfile: { source: { id: development(azure, 'images/devImage') } },
        },
      }
      const answer = await ben('PUT', development(azure, 'galleries/devGallery/images/ubuntu-dev/versions/2.0.0'), body)
      expect(answer).toMatchObject({
        status: 403,
        body: {
          error: {
            code: 'LinkedAuthorizationFailed',
            message: expect.stringContaining(
              `'Microsoft.Compute/diskEncryptionSets/read' on the linked scope(s) '${azure.compute(`diskEncryptionSets/${set}`)}'`,
            ),
          },
        },
      })
    }
  })
})

describe('what fits is taken', () => {
  const fits: [string, (azure: StartedAzure) => Partial<Parts>][] = [
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
      'a generalized machine',
      ({ compute }) => ({ storage: { source: { virtualMachineId: compute('virtualMachines/web-template-vm') } } }),
    ],
    [
      'a VHD with the platform key',
      (azure) => ({ storage: blobs(azure, 'https://contosovhds.blob.core.windows.net/vhds/os.vhd') }),
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
})

describe('an update of an image version is refused', () => {
  const updates: [string, string, (azure: StartedAzure) => JsonObject, number, string, string][] = [
    [
      'another source',
      '1.0.0',
      (azure) => ({ storageProfile: image(azure, 'myWindowsImage') }),
      409,
      'PropertyChangeNotAllowed',
      "Changing property 'galleryImageVersion.properties.storageProfile.source.id' is not allowed.",
    ],
    [
      'another storage type',
      '1.0.0',
      () => ({ publishingProfile: { storageAccountType: 'Premium_LRS' } }),
      409,
      'PropertyChangeNotAllowed',
      'publishingProfile.storageAccountType',
    ],
    [
      'another replication mode',
      '1.0.0',
      () => ({ publishingProfile: { replicationMode: 'Shallow', targetRegions: [{ name: 'westus' }] } }),
      409,
      'PropertyChangeNotAllowed',
      'publishingProfile.replicationMode',
    ],
    [
      'another data disk',
      '1.0.0',
      () => ({ storageProfile: { dataDiskImages: [{ lun: 7, hostCaching: 'None' }] } }),
      400,
      'InvalidParameter',
      'Adding new Data Disks or changing the LUN of a Data Disk in an existing Image is not allowed.',
    ],
    [
      'a new LUN with a set',
      '1.0.0',
      (azure) => ({
        publishingProfile: regions(region(azure, 'westus', { luns: [[0, 'WestUSDiskEncryptionSet1']] })).publishing,
      }),
      400,
      'InvalidParameter',
      'Cannot specify new data disk image encryption lun [0] with a disk encryption set in region [West US] for update gallery image version request.',
    ],
    [
      'a set on the OS disk of a region that has none',
      '1.0.0',
      (azure) => ({
        publishingProfile: regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' })).publishing,
      }),
      409,
      'PropertyChangeNotAllowed',
      'targetRegions.encryption',
    ],
    [
      'another set in a region that is there',
      '1.1.0',
      (azure) => ({
        publishingProfile: regions(
          region(azure, 'westus', { os: 'WestUSDiskEncryptionSet3', luns: [[0, 'WestUSDiskEncryptionSet2']] }),
        ).publishing,
      }),
      409,
      'PropertyChangeNotAllowed',
      'targetRegions.encryption',
    ],
    [
      'a new region without sets beside encrypted ones',
      '1.1.0',
      () => ({ publishingProfile: { targetRegions: [{ name: 'westus' }, { name: 'eastus2' }, { name: 'uksouth' }] } }),
      400,
      'InvalidParameter',
      "in target region 'UK South' since disk encryption set",
    ],
    [
      'leaving the home region out',
      '1.0.0',
      () => ({ publishingProfile: { targetRegions: [{ name: 'eastus2' }] } }),
      400,
      'InvalidParameter',
      'must contain the location of image version',
    ],
  ]
  it.each(updates)('for %s', async (_, name, propertiesOf, status, code, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const before = azure.simulator.world.store.snapshot()
    const answer = await ada('PUT', azure.compute(`galleries/contosoGallery/images/ubuntu-web/versions/${name}`), {
      location: 'westus',
      properties: propertiesOf(azure),
    })
    expect(answer).toMatchObject({ status, body: { error: { code, message: expect.stringContaining(message) } } })
    expect(azure.simulator.world.store.snapshot()).toEqual(before)
  })

  it('when a set that it uses is gone', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    azure.simulator.world.store.remove(azure.compute('diskEncryptionSets/EastUS2DiskEncryptionSet2'))
    const answer = await ada('PUT', azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0'), {
      location: 'westus',
      properties: {
        publishingProfile: { targetRegions: [{ name: 'westus', regionalReplicaCount: 9 }, { name: 'eastus2' }] },
      },
    })
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('EastUS2DiskEncryptionSet2 was not found.') } },
    })
  })

  it('while Azure is at work on it, while it is being deleted, and from another region', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    const update = { location: 'westus', properties: {} }
    expect(await ada('PUT', path, { ...update, location: 'eastus2' })).toMatchObject({
      status: 409,
      body: { error: { code: 'InvalidResourceLocation' } },
    })
    expect((await ada('PUT', path, update)).status).toBe(200)
    expect(await ada('PUT', path, update)).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } })
    azure.clock.advance(60_000)
    await ada('DELETE', path)
    expect(await ada('PUT', path, update)).toMatchObject({
      status: 409,
      body: {
        error: { code: 'OperationNotAllowed', message: expect.stringContaining('since it is marked for deletion') },
      },
    })
  })

  it('but a past end of life may be sent again with the rest', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const properties = {
      publishingProfile: {
        endOfLifeDate: '2025-11-12T00:00:00Z',
        targetRegions: [{ name: 'westus', regionalReplicaCount: 2 }],
      },
    }
    expect(
      (
        await ada('PUT', azure.compute('galleries/contosoGallery/images/windows-sql/versions/2024.11.1'), {
          location: 'westus',
          properties,
        })
      ).status,
    ).toBe(200)
  })
})

describe('a deletion is refused', () => {
  it.each(['galleries/contosoGallery', 'galleries/contosoGallery/images/ubuntu-web'])(
    'for %s, which holds others',
    async (path) => {
      await using azure = await startedAzure()
      const ada = await azure.as('Ada')
      expect(await ada('DELETE', azure.compute(path))).toMatchObject({
        status: 409,
        body: {
          error: {
            code: 'CannotDeleteResource',
            message: 'Can not delete resource before nested resources are deleted.',
          },
        },
      })
      expect((await ada('GET', azure.compute(path))).status).toBe(200)
    },
  )

  it('for a version that is kept until its end of life, and only until then', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    await ada('PUT', path, {
      location: 'westus',
      properties: {
        publishingProfile: { endOfLifeDate: '2026-01-01T00:00:00Z' },
        safetyProfile: { blockDeletionBeforeEndOfLife: true },
      },
    })
    expect(await ada('DELETE', path)).toMatchObject({
      status: 409,
      body: { error: { code: 'DeleteGalleryImageVersionBlockedBeforeEndOfLife' } },
    })
    azure.clock.advance(40 * 86_400_000)
    // Tokens live by real time, so the same one still serves.
    expect((await ada('DELETE', path)).status).toBe(202)
  })

  it('for a set that encrypts a disk, though not for one that only versions use', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    expect(await ada('DELETE', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1'))).toMatchObject({
      status: 409,
      body: { error: { code: 'OperationNotAllowed' } },
    })
    expect((await ada('DELETE', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2'))).status).toBe(202)
  })
})

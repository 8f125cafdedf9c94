import { computeId, diskEncryptionSetId, otherSubscriptionId } from '@portal/disk-encryption/testing'
import {
  blankTargetRegion,
  type ImageSource,
  type ImageVersionPlan,
  type Inventory,
  type SourceResource,
} from '@portal/image-version'
import {
  aManagedImage,
  anImageDefinition,
  anInventory,
  aPlan,
  aSnapshot,
  aSourceVersion,
  aVirtualMachine,
  storageAccountId,
} from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { check } from '../../check.ts'

/** The issues of the source in a plan with a platform key, as `code at path`; warnings with a question mark. */
function found(
  source: ImageSource,
  inventory: Partial<Inventory> = {},
  plan: Partial<ImageVersionPlan> = {},
): string[] {
  const issues = check(
    aPlan({
      encryptionType: 'EncryptionAtRestWithPlatformKey',
      targetRegions: [blankTargetRegion('westus')],
      source,
      ...plan,
    }),
    anInventory(inventory),
  )
  return issues
    .filter(({ path }) => path[0] === 'source')
    .map(({ code, path, severity }) => `${code}${severity === 'warning' ? '?' : ''} at ${path.slice(1).join('.')}`)
}

const disksFrom = (osDiskId: string, ...dataDisks: { lun: number; id: string }[]): ImageSource => ({
  type: 'DisksAndSnapshots',
  osDiskId,
  dataDisks,
})
const snapshot = (name: string) => computeId('snapshots', name)
const image: ImageSource = { type: 'ManagedImage', id: computeId('images', 'myImage') }
const machine: ImageSource = { type: 'VirtualMachine', id: computeId('virtualMachines', 'myVM') }
const version: ImageSource = { type: 'ImageVersion', id: aSourceVersion('0.9.0').id }
const blobs = (osDiskUri: string, ...uris: string[]): ImageSource => ({
  type: 'StorageBlobs',
  storageAccountId,
  osDiskUri,
  dataDisks: uris.map((uri, lun) => ({ lun, uri })),
})
const vhd = (name: string) => `https://contosovhds.blob.core.windows.net/vhds/${name}.vhd`

describe('a source', () => {
  it.each<[string, ImageSource]>([
    ['a managed image', image],
    ['a managed image, its id in capitals', { ...image, id: computeId('images', 'myImage').toUpperCase() }],
    ['two snapshots', disksFrom(snapshot('myOSSnapshot'), { lun: 63, id: snapshot('myDDSnapshot') })],
    ['a virtual machine', machine],
    ['an image version', version],
    ['blobs', blobs(vhd('os'), vhd('data'))],
  ])('may be %s', (_, source) => {
    expect(found(source)).toEqual([])
  })

  it.each<[string, ImageSource, string[]]>([
    ['no OS disk', disksFrom('', { lun: 0, id: snapshot('myDDSnapshot') }), ['SourceRequired at osDiskId']],
    [
      'a row without a disk',
      disksFrom(snapshot('myOSSnapshot'), { lun: 0, id: '' }),
      ['SourceRequired at dataDisks.0.id'],
    ],
    ['a disk as a managed image', { type: 'ManagedImage', id: snapshot('myOSSnapshot') }, ['SourceInvalid at id']],
    ['a definition as a version', { type: 'ImageVersion', id: aPlan().imageDefinitionId }, ['SourceInvalid at id']],
    ['an image as a disk', disksFrom(computeId('images', 'myImage')), ['SourceInvalid at osDiskId']],
    ['a climbing id', { type: 'ManagedImage', id: `${computeId('images', 'a')}/../myImage` }, ['SourceInvalid at id']],
    [
      'a data disk that is not there',
      disksFrom(snapshot('myOSSnapshot'), { lun: 0, id: snapshot('gone') }),
      ['SourceNotFound at dataDisks.0.id'],
    ],
    [
      'a storage account that is none',
      { ...blobs(vhd('os')), storageAccountId: computeId('disks', 'a') } as ImageSource,
      ['SourceInvalid at storageAccountId'],
    ],
    [
      'the same snapshot in another case',
      disksFrom(snapshot('myOSSnapshot'), { lun: 0, id: snapshot('myOSSnapshot').toUpperCase() }),
      ['SourceDuplicate at dataDisks.0.id'],
    ],
    [
      'a LUN that is no whole number',
      disksFrom(snapshot('myOSSnapshot'), { lun: 0.5, id: snapshot('myDDSnapshot') }),
      ['SourceLunOutOfRange at dataDisks.0.lun'],
    ],
    [
      'a negative LUN',
      disksFrom(snapshot('myOSSnapshot'), { lun: -1, id: snapshot('myDDSnapshot') }),
      ['SourceLunOutOfRange at dataDisks.0.lun'],
    ],
  ])('with %s', (_, source, expected) => {
    expect(found(source)).toEqual(expected)
  })

  it("is held against the version's region disk by disk", () => {
    const sources = [aSnapshot('myOSSnapshot'), aSnapshot('myDDSnapshot', { location: 'japaneast' })]
    const source = disksFrom(snapshot('myOSSnapshot'), { lun: 0, id: snapshot('myDDSnapshot') })
    expect(found(source, { sources })).toEqual(['SourceInAnotherRegion at dataDisks.0.id'])
    expect(found(source, { sources }, { location: '' })).toEqual([])
  })

  it.each<[SourceResource, ImageSource, string[]]>([
    [aManagedImage('myImage', { provisioningState: 'Failed' }), image, ['SourceNotReady at id']],
    [aVirtualMachine('myVM', { provisioningState: 'Updating' }), machine, ['SourceNotReady? at id']],
    [aSourceVersion('0.9.0', { provisioningState: 'Creating' }), version, ['SourceNotReady? at id']],
    [
      aSnapshot('myOSSnapshot', { provisioningState: 'Updating' }),
      disksFrom(snapshot('myOSSnapshot')),
      ['SourceNotReady? at osDiskId'],
    ],
  ])('of type $type that is not ready', (resource, source, expected) => {
    expect(found(source, { sources: [resource] })).toEqual(expected)
  })
})

describe('a blob address', () => {
  it.each([
    'os.vhd',
    'http://contosovhds.blob.core.windows.net/vhds/os.vhd',
    'https://contosovhds.blob.core.windows.net/os.vhd',
    'https://contosovhds.blob.core.windows.net/vhds/',
    `${vhd('os')}?sv=2024&sig=secret`,
    `${vhd('os')}#x`,
    'https://user:secret@contosovhds.blob.core.windows.net/vhds/os.vhd',
    'javascript:alert(1)',
  ])('is not %s', (uri) => {
    expect(found(blobs(uri))).toEqual(['BlobUriInvalid at osDiskUri'])
  })

  it('is needed for each row, and each its own', () => {
    expect(found(blobs(vhd('os'), '', vhd('os'), vhd('OS')))).toEqual([
      'BlobUriRequired at dataDisks.0.uri',
      'SourceDuplicate at dataDisks.1.uri',
    ])
  })
})

describe('a source and its image definition', () => {
  const osDisk = disksFrom(snapshot('myOSSnapshot'), { lun: 0, id: snapshot('myDDSnapshot') })

  it('look at the OS disk only', () => {
    const { osType: _, ...withoutSystem } = aSnapshot('myDDSnapshot', { hyperVGeneration: 'V1' })
    expect(found(osDisk, { sources: [aSnapshot('myOSSnapshot'), withoutSystem] })).toEqual([])
  })

  it.each<[string, SourceResource, string[]]>([
    ['Windows', aSnapshot('myOSSnapshot', { osType: 'Windows' }), ['SourceOsTypeMismatch at osDiskId']],
    ['generation 1', aSnapshot('myOSSnapshot', { hyperVGeneration: 'V1' }), ['SourceGenerationMismatch at osDiskId']],
    ['Arm64', aSnapshot('myOSSnapshot', { architecture: 'Arm64' }), ['SourceArchitectureMismatch at osDiskId']],
    ['NVMe', aSnapshot('myOSSnapshot', { diskControllerTypes: 'SCSI, NVMe' }), ['SourceSupportsNvme? at osDiskId']],
    [
      'both',
      aSnapshot('myOSSnapshot', { osType: 'Windows', hyperVGeneration: 'V1' }),
      ['SourceOsTypeMismatch at osDiskId', 'SourceGenerationMismatch at osDiskId'],
    ],
  ])('differ: %s', (_, resource, expected) => {
    expect(found(disksFrom(snapshot('myOSSnapshot')), { sources: [resource] })).toEqual(expected)
  })

  it('differ in NVMe for the versions that have none of the definition', () => {
    const later = { diskControllerTypes: 'SCSI, NVMe', diskControllersStartAt: '99.0.0' } as const
    const supports = { sources: [aSnapshot('myOSSnapshot', { diskControllerTypes: 'SCSI, NVMe' })] }
    const lacks = { sources: [aSnapshot('myOSSnapshot', { diskControllerTypes: 'SCSI' })] }
    const source = disksFrom(snapshot('myOSSnapshot'))
    const nvme = anImageDefinition({ diskControllerTypes: 'SCSI, NVMe' })
    expect(found(source, { ...nvme, ...supports })).toEqual([])
    expect(found(source, { ...nvme, ...lacks })).toEqual(['SourceLacksNvme? at osDiskId'])
    expect(found(source, { ...anImageDefinition(later), ...supports })).toEqual(['SourceSupportsNvme? at osDiskId'])
    expect(found(source, { ...anImageDefinition(later), ...lacks })).toEqual([])
  })

  it('do not guess the OS state of a machine or a snapshot', () => {
    const specialized = anImageDefinition({ osState: 'Specialized' })
    expect([...found(machine, specialized), ...found(osDisk, specialized)]).toEqual([])
    expect(found(image, specialized)).toEqual(['SourceOsStateMismatch at id'])
  })

  it('are those of a version as well, which is generalized or specialized as its definition says', () => {
    const specialized = anImageDefinition({ osState: 'Specialized' })
    expect(found(version, specialized)).toEqual(['SourceOsStateMismatch at id'])
    expect(found(version, { ...specialized, sources: [aSourceVersion('0.9.0', { osState: 'Specialized' })] })).toEqual(
      [],
    )
  })
})

describe('the disks of a source', () => {
  it.each<[string, number, number, 'Full' | 'Shallow', string[]]>([
    ['up to 2 TB for the OS, 1 TB for data', 2048, 1024, 'Full', []],
    ['more than 2 TB for the OS', 2049, 128, 'Full', ['SourceTooLarge at id']],
    ['between 1 and 2 TB for data', 30, 1025, 'Full', ['SourceTooLarge? at id']],
    ['more than 2 TB for data', 30, 2049, 'Full', ['SourceTooLarge at id']],
    ['up to 32 TB in a shallow version', 32_768, 32_768, 'Shallow', []],
    ['more than 32 TB in a shallow version', 30, 32_769, 'Shallow', ['SourceTooLarge at id']],
  ])('%s', (_, os, data, replicationMode, expected) => {
    const dataDisks = [{ lun: 0, disk: { name: 'data', sizeInGB: data } }]
    const sources = [aManagedImage('myImage', { osDisk: { name: 'os', sizeInGB: os }, dataDisks })]
    expect(found(image, { sources }, { replicationMode })).toEqual(expected)
  })

  it('are not judged by a size that is not known', () => {
    expect(found(image, { sources: [aManagedImage('myImage', { osDisk: { name: 'os' } })] })).toEqual([])
  })

  it('may not be an Ultra disk itself', () => {
    const disk = { name: 'fast', storageAccountType: 'UltraSSD_LRS' }
    const sources = [aSnapshot('fast', { type: 'Disk', id: computeId('disks', 'fast'), disk })]
    expect(found(disksFrom(computeId('disks', 'fast')), { sources })).toEqual(['SourceUltraDisk at osDiskId'])
  })
})

describe('a source with a customer key', () => {
  const key = { name: 'data', diskEncryptionSetId: diskEncryptionSetId('any') }
  const elsewhere = computeId('images', 'myImage', otherSubscriptionId)

  it("on a data disk alone must be in the gallery's subscription, compared without case", () => {
    const dataDisks = [{ lun: 0, disk: key }]
    const there = { sources: [aManagedImage('myImage', { id: elsewhere, dataDisks })] }
    expect(found({ ...image, id: elsewhere }, there)).toEqual(['SourceEncryptedInAnotherSubscription at id'])
    const here = { sources: [aManagedImage('myImage', { dataDisks })] }
    expect(found(image, here, { imageDefinitionId: aPlan().imageDefinitionId.toUpperCase() })).toEqual([])
  })

  it('is not told of where there is no key', () => {
    expect(found({ ...image, id: elsewhere }, { sources: [aManagedImage('myImage', { id: elsewhere })] })).toEqual([])
  })

  it('that is a plain machine, or a trusted launch machine without keys, can be captured', () => {
    const plain = aVirtualMachine('myVM', { osDisk: key })
    const trusted = aVirtualMachine('myVM', { securityType: 'TrustedLaunch' })
    expect([...found(machine, { sources: [plain] }), ...found(machine, { sources: [trusted] })]).toEqual([])
  })
})

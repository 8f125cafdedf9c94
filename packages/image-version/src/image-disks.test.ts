import { computeId } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { areImageDisksKnown, imageDisks } from './image-disks.ts'
import type { ImageSource } from './plan.ts'
import { aManagedImage, anInventory, aSnapshot, storageAccountId } from './testing/plans.ts'

const id = (name: string) => computeId('snapshots', name)

describe('imageDisks', () => {
  it.each<[string, ImageSource, ReturnType<typeof imageDisks>]>([
    [
      'a managed image',
      { type: 'ManagedImage', id: computeId('images', 'myImage').toUpperCase() },
      [
        { key: 'os', name: 'myImage-os', sizeInGB: 30 },
        { key: 0, name: 'myImage-data', sizeInGB: 128 },
      ],
    ],
    [
      'a virtual machine',
      { type: 'VirtualMachine', id: computeId('virtualMachines', 'myVM') },
      [
        { key: 'os', name: 'myVM_OsDisk', sizeInGB: 30 },
        { key: 0, name: 'myVM_lun_0', sizeInGB: 128 },
      ],
    ],
    [
      'another version',
      { type: 'ImageVersion', id: computeId('galleries/images/versions', 'myGallery/myImageDefinition/0.9.0') },
      [{ key: 'os', name: 'os', sizeInGB: 30 }],
    ],
    [
      'snapshots, unknown and blank ones too',
      {
        type: 'DisksAndSnapshots',
        osDiskId: id('myOSSnapshot'),
        dataDisks: [
          { lun: 9, id: id('gone') },
          { lun: 2, id: '' },
          { lun: 0, id: id('myDDSnapshot') },
        ],
      },
      [
        { key: 'os', name: 'myOSSnapshot', sizeInGB: 30 },
        { key: 0, name: 'myDDSnapshot', sizeInGB: 128 },
        { key: 2, name: '' },
        { key: 9, name: '' },
      ],
    ],
    [
      'blobs',
      {
        type: 'StorageBlobs',
        storageAccountId,
        osDiskUri: 'https://contosovhds.blob.core.windows.net/vhds/os.vhd',
        dataDisks: [{ lun: 1, uri: 'not yet an address' }],
      },
      [
        { key: 'os', name: 'os.vhd' },
        { key: 1, name: '' },
      ],
    ],
    ['nothing chosen yet', { type: 'ManagedImage', id: '' }, [{ key: 'os', name: '' }]],
    [
      'a source that is not there',
      { type: 'ManagedImage', id: computeId('images', 'gone') },
      [{ key: 'os', name: '' }],
    ],
  ])('of %s', (_, source, disks) => {
    expect(imageDisks(source, anInventory())).toEqual(disks)
  })

  it('puts LUNs in order whatever the order of the source', () => {
    const dataDisks = [10, 2, 1].map((lun) => ({ lun, disk: { name: `data${lun}` } }))
    const inventory = anInventory({ sources: [aManagedImage('myImage', { dataDisks })] })
    const keys = imageDisks({ type: 'ManagedImage', id: computeId('images', 'myImage') }, inventory).map(
      ({ key }) => key,
    )
    expect(keys).toEqual(['os', 1, 2, 10])
  })

  it('shows a LUN given twice once', () => {
    const dataDisks = ['a', 'b'].map((name) => ({ lun: 0, id: id(name) }))
    const source: ImageSource = { type: 'DisksAndSnapshots', osDiskId: id('os'), dataDisks }
    const inventory = anInventory({ sources: [aSnapshot('a'), aSnapshot('b')] })
    expect(imageDisks(source, inventory).map(({ name }) => name)).toEqual(['', 'a'])
  })
})

it.each<[ImageSource, boolean]>([
  [{ type: 'ManagedImage', id: computeId('images', 'myImage') }, true],
  [{ type: 'ManagedImage', id: '' }, false],
  [{ type: 'VirtualMachine', id: computeId('virtualMachines', 'gone') }, false],
  [{ type: 'DisksAndSnapshots', osDiskId: '', dataDisks: [] }, true],
])('knows the disks of %j: %s', (source, known) => {
  expect(areImageDisksKnown(source, anInventory())).toBe(known)
})

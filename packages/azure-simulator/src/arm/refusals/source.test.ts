import { describe, expect, it } from 'vitest'
import {
  blobs,
  definitionOf,
  development,
  disksOf,
  putRefused,
  image,
  type RefusedPut,
} from '../../testing/versions.ts'

const sources: RefusedPut[] = [
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

describe('the source of a version', () => {
  it.each(sources)('is refused: %s', async (_, parts, code, message) => {
    const answer = await putRefused(parts)
    expect(answer).toMatchObject({ status: code === 'OperationNotAllowed' ? 409 : 400, code, leftBehind: 0 })
    expect(answer.message).toContain(message)
  })
})

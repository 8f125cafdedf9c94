import type { EncryptionType } from '@portal/disk-encryption'
import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { defaultStorage, type ImageSource, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { imageDefinitionId, storageAccountId } from '@portal/image-version/testing'
import * as fc from 'fast-check'

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const lun = fc.integer({ min: 0, max: 63 })
const luns = fc.uniqueArray(lun, { maxLength: 4 })
const set = name.map(diskEncryptionSetId)
const blobUri = name.map((blob) => `https://contosovhds.blob.core.windows.net/vhds/${blob}.vhd`)
const storageAccountType = fc.constantFrom('Standard_LRS', 'Standard_ZRS', 'Premium_LRS')
const encryptionTypes: EncryptionType[] = [
  'EncryptionAtRestWithPlatformKey',
  'EncryptionAtRestWithCustomerKey',
  'EncryptionAtRestWithPlatformAndCustomerKeys',
]

const date = fc
  .date({ min: new Date('2027-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))

function source(ofLuns: number[]): fc.Arbitrary<ImageSource> {
  const id = (type: string) => name.map((of) => computeId(type, of))
  const withLuns = <T>(of: fc.Arbitrary<T>) => fc.tuple(...ofLuns.map(() => of))
  const versionId = name.map((of) => computeId('galleries/images/versions', `${of}/${of}/1.0.0`))
  return fc.oneof(
    id('images').map((image): ImageSource => ({ type: 'ManagedImage', id: image })),
    id('virtualMachines').map((machine): ImageSource => ({ type: 'VirtualMachine', id: machine })),
    versionId.map((version): ImageSource => ({ type: 'ImageVersion', id: version })),
    fc.tuple(id('disks'), withLuns(id('snapshots'))).map(([osDiskId, ids]): ImageSource => ({
      type: 'DisksAndSnapshots',
      osDiskId,
      dataDisks: ids.map((of, index) => ({ lun: ofLuns[index] ?? 0, id: of })),
    })),
    fc.tuple(blobUri, withLuns(blobUri)).map(([osDiskUri, uris]): ImageSource => ({
      type: 'StorageBlobs',
      storageAccountId,
      osDiskUri,
      dataDisks: uris.map((uri, index) => ({ lun: ofLuns[index] ?? 0, uri })),
    })),
  )
}

interface Cells {
  luns: number[]
  withOsSet: boolean
  withDataSets: boolean
  withSecureSet: boolean
}

function targetRegion(region: string, { luns: ofLuns, ...withSets }: Cells): fc.Arbitrary<TargetRegion> {
  return fc.record({
    name: fc.constant(region),
    regionalReplicaCount: fc.option(fc.integer({ min: 1, max: 100 })),
    storageAccountType: fc.option(storageAccountType),
    excludeFromLatest: fc.boolean(),
    encryption: fc.record({
      osDiskImage: withSets.withOsSet ? set : fc.constant(''),
      dataDiskImages: withSets.withDataSets
        ? fc.tuple(...ofLuns.map((of) => set.map((id) => ({ lun: of, diskEncryptionSetId: id }))))
        : fc.constant([]),
      secureVMDiskEncryptionSetId: withSets.withSecureSet ? set : fc.constant(''),
    }),
  })
}

/** Any plan with all fields chosen. No rule of Azure's is kept but those of form. */
export const aCompletePlan: fc.Arbitrary<ImageVersionPlan> = fc
  .record({
    luns,
    regions: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    encryptionType: fc.constantFrom(...encryptionTypes),
    confidentialVMEncryptionType: fc.option(
      fc.constantFrom('EncryptedVMGuestStateOnlyWithPmk', 'EncryptedWithPmk', 'EncryptedWithCmk', 'NonPersistedTPM'),
    ),
    wantsConfidentialDataDisks: fc.boolean(),
  })
  .chain(({ luns: ofLuns, regions, encryptionType, confidentialVMEncryptionType, wantsConfidentialDataDisks }) => {
    const withOsSet = encryptionType !== 'EncryptionAtRestWithPlatformKey'
    // Of an image without data disks nothing of theirs can be read back.
    const confidentialDataDisks =
      wantsConfidentialDataDisks && confidentialVMEncryptionType !== null && ofLuns.length > 0
    const withDataSets = withOsSet || confidentialDataDisks
    const withSecureSet = confidentialVMEncryptionType === 'EncryptedWithCmk'
    return fc.record({
      imageDefinitionId: fc.constant(imageDefinitionId),
      name: fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((numbers) => numbers.join('.')),
      location: fc.constantFrom(...regions),
      source: source(ofLuns),
      excludeFromLatest: fc.boolean(),
      endOfLifeDate: fc.oneof(fc.constant(''), date),
      allowDeletionOfReplicatedLocations: fc.boolean(),
      blockDeletionBeforeEndOfLife: fc.boolean(),
      replicationMode: fc.constantFrom('Full', 'Shallow'),
      replicaCount: fc.integer({ min: 1, max: 100 }),
      storageAccountType: fc.constantFrom(...defaultStorage.options),
      targetRegions: fc.tuple(
        ...regions.map((region) => targetRegion(region, { luns: ofLuns, withOsSet, withDataSets, withSecureSet })),
      ),
      encryptionType: fc.constant(encryptionType),
      confidentialVMEncryptionType: fc.constant(confidentialVMEncryptionType),
      confidentialDataDisks: fc.constant(confidentialDataDisks),
      tags: fc.uniqueArray(fc.record({ name, value: fc.string({ maxLength: 20 }) }), {
        selector: (tag) => tag.name,
        maxLength: 5,
      }),
    })
  })

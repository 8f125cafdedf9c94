import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDiskEncryptionSet, computeId, diskEncryptionSetId, imageDefinitionId, storageAccountId } from './testing.ts'
import { differences } from './same-version.ts'
import { fromArm } from './from-arm.ts'
import { imageVersionId } from './image-version-id.ts'
import { imageVersionPlan } from './plan.ts'
import { toArm } from './to-arm.ts'
import type { EncryptionType, ImageSource, ImageVersionPlan, TargetRegion } from './plan.ts'

// What must hold of every plan with all fields chosen. No rule of Azure's is kept but those of form.

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
  withSets: boolean
  withSecureSet: boolean
}

function targetRegion(region: string, { luns: ofLuns, withSets, withSecureSet }: Cells): fc.Arbitrary<TargetRegion> {
  return fc.record({
    name: fc.constant(region),
    regionalReplicaCount: fc.option(fc.integer({ min: 1, max: 100 })),
    storageAccountType: fc.option(storageAccountType),
    excludeFromLatest: fc.boolean(),
    encryption: fc.record({
      osDiskImage: withSets ? set : fc.constant(''),
      dataDiskImages: withSets
        ? fc.tuple(...ofLuns.map((of) => set.map((id) => ({ lun: of, diskEncryptionSetId: id }))))
        : fc.constant([]),
      secureVMDiskEncryptionSetId: withSecureSet ? set : fc.constant(''),
    }),
  })
}

const aCompletePlan: fc.Arbitrary<ImageVersionPlan> = fc
  .record({
    luns,
    regions: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    encryptionType: fc.constantFrom(...encryptionTypes),
    confidentialVMEncryptionType: fc.option(
      fc.constantFrom('EncryptedVMGuestStateOnlyWithPmk', 'EncryptedWithPmk', 'EncryptedWithCmk', 'NonPersistedTPM'),
    ),
  })
  .chain(({ luns: ofLuns, regions, encryptionType, confidentialVMEncryptionType }) => {
    const withSets = encryptionType !== 'EncryptionAtRestWithPlatformKey'
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
      storageAccountType,
      targetRegions: fc.tuple(
        ...regions.map((region) => targetRegion(region, { luns: ofLuns, withSets, withSecureSet })),
      ),
      encryptionType: fc.constant(encryptionType),
      confidentialVMEncryptionType: fc.constant(confidentialVMEncryptionType),
      tags: fc.uniqueArray(fc.record({ name, value: fc.string({ maxLength: 20 }) }), {
        selector: (tag) => tag.name,
        maxLength: 5,
      }),
    })
  })

/** The sets that a plan names, all of the plan's type. */
function setsOf({ targetRegions, encryptionType }: ImageVersionPlan) {
  if (encryptionType === 'EncryptionAtRestWithPlatformKey') return { diskEncryptionSets: [] }
  const ids = targetRegions.map(({ encryption }) => encryption.osDiskImage)
  return { diskEncryptionSets: ids.map((id) => aDiskEncryptionSet('any', { id, encryptionType })) }
}

function forEveryPlan(property: (plan: ImageVersionPlan) => void): void {
  fc.assert(fc.property(aCompletePlan, property), { numRuns: 100 })
}

describe('every complete plan', () => {
  it('comes back from the body sent for it', () => {
    forEveryPlan((plan) => {
      expect(fromArm({ id: imageVersionId(plan), ...toArm(plan) }, setsOf(plan))).toEqual(plan)
    })
  })

  it('comes back in the form that the BFF takes', () => {
    forEveryPlan((plan) => {
      expect(imageVersionPlan.safeParse(fromArm(toArm(plan))).success).toBe(true)
    })
  })

  it('does not differ from the body sent for it', () => {
    forEveryPlan((plan) => {
      expect(differences(plan, toArm(plan))).toEqual([])
    })
  })

  it('differs from the body of a plan with another set in one cell', () => {
    forEveryPlan((plan) => {
      const [first, ...others] = plan.targetRegions
      fc.pre(first !== undefined && plan.encryptionType !== 'EncryptionAtRestWithPlatformKey')
      const encryption = { ...first.encryption, osDiskImage: diskEncryptionSetId('another') }
      const body = toArm({ ...plan, targetRegions: [{ ...first, encryption }, ...others] })
      expect(differences(plan, body)).toMatchObject([{ stored: diskEncryptionSetId('another') }])
    })
  })

  it('sends no empty text', () => {
    forEveryPlan((plan) => {
      const { tags: _, ...body } = toArm(plan)
      expect(JSON.stringify(body)).not.toContain('""')
    })
  })
})

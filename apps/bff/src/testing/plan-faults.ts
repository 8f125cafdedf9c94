import { encryptionType } from '@portal/disk-encryption'
import {
  blankTargetRegion,
  confidentialVMEncryptionType,
  type ImageSource,
  type ImageVersionPlan,
  type Inventory,
  type SourceResource,
  storageAccountType,
  type TargetRegion,
} from '@portal/image-version'
import * as fc from 'fast-check'

/** One change of a plan. */
export type Edit = (plan: ImageVersionPlan) => ImageVersionPlan
type RegionEdit = (region: TargetRegion) => TargetRegion

/** Changes that might turn a valid plan into one that Azure refuses. */
export function testPlanFault(inventories: Inventory[]): fc.Arbitrary<Edit> {
  return fc.oneof(
    basicsFault(inventories),
    sourceFault(inventories),
    replicationFault(inventories),
    encryptionFault(inventories),
  )
}

function basicsFault(inventories: Inventory[]): fc.Arbitrary<Edit> {
  const definitionIds = inventories.flatMap(({ imageDefinition }) => imageDefinition?.id ?? [])
  const tag = fc.record({ name: fc.constantFrom('team', 'TEAM', 'a<b', ''), value: fc.constant('x') })
  return fc.oneof(
    partial({ imageDefinitionId: fc.constantFrom(...definitionIds) }),
    partial({ imageDefinitionId: fc.constant(gone(definitionIds[0] ?? '')) }),
    fc.constant((plan: ImageVersionPlan) => ({ ...plan, imageDefinitionId: plan.imageDefinitionId.toUpperCase() })),
    partial({ name: fc.constantFrom('1.0', '1.0.0.0', 'v1.0.0', '01.0.7', '2147483648.0.0', '1.-1.0') }),
    partial({ location: fc.constantFrom('eastus2', 'westeurope', 'West US', 'atlantis') }),
    partial({ endOfLifeDate: fc.constantFrom('2026-11-23', '2026-11-24', '2027-02-30', 'soon') }),
    partial({ tags: fc.array(tag, { maxLength: 3 }) }),
  )
}

function sourceFault(inventories: Inventory[]): fc.Arbitrary<Edit> {
  const sources = everyOf(inventories.map((inventory) => inventory.sources))
  const ids = sources.map(({ id }) => id)
  const diskIds = sources.filter((resource) => 'disk' in resource).map(({ id }) => id)
  const first = diskIds[0] ?? ''
  const lun = fc.nat({ max: 3 })
  const diskId = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...diskIds) },
    fc.constantFrom(...ids, gone(first), first.toUpperCase(), 'no id', ''),
  )
  const blob = fc.record({ lun, uri: fc.constantFrom('os', 'OS', 'data').map(blobUri) })
  return fc.oneof(
    partial({ source: fc.constantFrom(...sources.map(sourceFrom)) }),
    partial({
      source: fc.record({
        type: fc.constantFrom('ManagedImage', 'VirtualMachine', 'ImageVersion'),
        id: fc.constantFrom(...ids, ...ids.map((id) => id.toUpperCase()), gone(first), ''),
      }),
    }),
    partial({
      source: fc.record({
        type: fc.constant('DisksAndSnapshots'),
        osDiskId: diskId,
        dataDisks: fc.array(fc.record({ lun, id: diskId }), { maxLength: 3 }),
      }),
    }),
    fc.uniqueArray(fc.constantFrom(...diskIds), { minLength: 2, maxLength: 2 }).map((pair): Edit => (plan) => {
      if (plan.source.type !== 'DisksAndSnapshots') return plan
      const source = { ...plan.source, dataDisks: pair.map((id) => ({ lun: 0, id })) }
      return { ...plan, source, encryptionType: 'EncryptionAtRestWithPlatformKey' }
    }),
    partial({
      source: fc.record({
        type: fc.constant('StorageBlobs'),
        storageAccountId: fc.constantFrom(...ids.filter((id) => id.includes('/storageAccounts/'))),
        osDiskUri: fc.constant(blobUri('os')),
        dataDisks: fc.array(blob, { maxLength: 2 }),
      }),
    }),
  )
}

function replicationFault(inventories: Inventory[]): fc.Arbitrary<Edit> {
  const names = (inventories[0]?.regions ?? []).flatMap(({ name, displayName }) => [name, displayName])
  const regionName = fc.constantFrom(...names, 'japaneast', 'westus', 'eastus2', 'atlantis', '')
  return fc.oneof(
    partial({ replicaCount: fc.constantFrom(null, 0, 1, 1.5, 34, 100, 101) }),
    partial({ storageAccountType: fc.constantFrom(...storageAccountType.options) }),
    partial({ replicationMode: fc.constant('Shallow') }),
    partial({ replicationMode: fc.constant('Shallow'), replicaCount: fc.constant(1) }),
    regionName.map((name): Edit => (plan) => ({
      ...plan,
      targetRegions: [...plan.targetRegions, blankTargetRegion(name)],
    })),
    fc.constant((plan: ImageVersionPlan) => ({ ...plan, targetRegions: plan.targetRegions.slice(1) })),
    inOneRegion(partial({ name: regionName })),
    inOneRegion(partial({ regionalReplicaCount: fc.constantFrom(0, 1, 2.5, 50, 100, 101) })),
    inOneRegion(partial({ storageAccountType: fc.constantFrom(...storageAccountType.options) })),
    inOneRegion(partial({ excludeFromLatest: fc.boolean() })),
  )
}

function encryptionFault(inventories: Inventory[]): fc.Arbitrary<Edit> {
  const setIds = everyOf(inventories.map((inventory) => inventory.diskEncryptionSets)).map(({ id }) => id)
  const first = setIds[0] ?? ''
  const setId = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...setIds) },
    fc.constantFrom('', gone(first), first.toUpperCase(), 'no id', first.replace('diskEncryptionSets', 'disks')),
  )
  const lun = fc.nat({ max: 2 })
  const inEncryption =
    (edit: (encryption: TargetRegion['encryption']) => TargetRegion['encryption']): RegionEdit =>
    (region) => ({ ...region, encryption: edit(region.encryption) })
  return fc.oneof(
    partial({ encryptionType: fc.constantFrom(...encryptionType.options) }),
    partial({ confidentialVMEncryptionType: fc.constantFrom(null, ...confidentialVMEncryptionType.options) }),
    inOneRegion(setId.map((osDiskImage) => inEncryption((encryption) => ({ ...encryption, osDiskImage })))),
    inOneRegion(
      fc
        .record({ lun, diskEncryptionSetId: setId })
        .map((image) =>
          inEncryption((encryption) => ({ ...encryption, dataDiskImages: [...encryption.dataDiskImages, image] })),
        ),
    ),
    inOneRegion(
      setId.map((diskEncryptionSetId) =>
        inEncryption((encryption) => ({
          ...encryption,
          dataDiskImages: encryption.dataDiskImages.map((image) => ({ ...image, diskEncryptionSetId })),
        })),
      ),
    ),
    inOneRegion(fc.constant(inEncryption((encryption) => ({ ...encryption, dataDiskImages: [] })))),
    inOneRegion(
      setId.map((secureVMDiskEncryptionSetId) =>
        inEncryption((encryption) => ({ ...encryption, secureVMDiskEncryptionSetId })),
      ),
    ),
  )
}

function gone(id: string): string {
  return `${id}-gone`
}

/** A source of that resource alone. */
export function sourceFrom({ type, id }: SourceResource): ImageSource {
  switch (type) {
    case 'Disk':
    case 'Snapshot':
      return { type: 'DisksAndSnapshots', osDiskId: id, dataDisks: [] }
    case 'StorageAccount':
      return { type: 'StorageBlobs', storageAccountId: id, osDiskUri: blobUri('os'), dataDisks: [] }
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return { type, id }
  }
}

/** The address of a VHD. */
export function blobUri(name: string): string {
  return `https://contosovhds.blob.core.windows.net/vhds/${name}.vhd`
}

/** Fields replaced by others. */
function partial<T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(fields).map((values) => <U extends object>(whole: U) => ({ ...whole, ...values }))
}

function inOneRegion(edits: fc.Arbitrary<RegionEdit>): fc.Arbitrary<Edit> {
  return fc.tuple(fc.nat(), edits).map(([place, edit]): Edit => (plan) => ({
    ...plan,
    targetRegions: plan.targetRegions.map((region, index) =>
      index === place % plan.targetRegions.length ? edit(region) : region,
    ),
  }))
}

function everyOf<T extends { id: string }>(lists: T[][]): T[] {
  return [...new Map(lists.flat().map((item) => [item.id, item])).values()]
}

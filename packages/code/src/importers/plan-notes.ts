import { resourceNameOf, sameRegion, tryParseResourceId } from '@portal/arm'
import { type DiskEncryptionSet, diskEncryptionSetById } from '@portal/disk-encryption'
import {
  type ArmImageVersion,
  diskEncryptionSetOf,
  type DiskKey,
  type ImageVersionPlan,
  setTypeOf,
  type TargetRegion,
  usesCustomerKeys,
} from '@portal/image-version'
import { cellPath } from '@portal/version-rules'
import { errorNote, infoNote, warningNote, type ImportNote } from './import-note.ts'

/**
 * What the imported plan shows by itself: contradictions of names, of LUNs, and between regions. For `sets`, the known
 * ones, it also checks their region, and whether customer-managed keys and double encryption are mixed.
 */
export function planNotes(plan: ImageVersionPlan, body: ArmImageVersion, sets: DiskEncryptionSet[]): ImportNote[] {
  return [
    ...sourceKindNotes(body),
    ...setTypeNotes(plan, sets),
    ...plan.targetRegions.flatMap((region, index) => [
      ...lunNotes(plan, region, index),
      ...cells(region).flatMap((disk) => setRegionNotes(plan, [index, disk], sets)),
      ...missingSetNotes(plan, region, index),
    ]),
  ]
}

/** A plan's disks are all in Azure or all blobs of one account. */
function sourceKindNotes({ properties }: ArmImageVersion): ImportNote[] {
  const { osDiskImage, dataDiskImages = [] } = properties?.storageProfile ?? {}
  const sources = [osDiskImage, ...dataDiskImages].flatMap((image) => image?.source ?? [])
  const kinds = new Set(sources.map(({ uri }) => uri !== undefined))
  const accounts = new Set(sources.flatMap(({ storageAccountId }) => storageAccountId?.toLowerCase() ?? []))
  if (kinds.size > 1) return [errorNote('SourceKindsMixed', {}, { path: ['source'] })]
  if (accounts.size > 1) return [errorNote('StorageAccountsDiffer', {}, { path: ['source', 'storageAccountId'] })]
  return []
}

/** The type of its sets is that of the whole version. */
function setTypeNotes(plan: ImageVersionPlan, diskEncryptionSets: DiskEncryptionSet[]): ImportNote[] {
  const disks = plan.targetRegions.flatMap((region) =>
    cells(region).flatMap((disk) =>
      setTypeOf(plan, disk) === plan.encryptionType ? [diskEncryptionSetOf(region, disk)] : [],
    ),
  )
  const types = new Set(disks.flatMap((id) => diskEncryptionSetById({ diskEncryptionSets }, id)?.encryptionType ?? []))
  return types.size > 1 ? [errorNote('SetTypesDiffer', {}, { path: ['encryptionType'] })] : []
}

/** LUNs are known from the text alone if it lists the disks itself. */
function lunNotes({ source }: ImageVersionPlan, region: TargetRegion, index: number): ImportNote[] {
  if (source.type !== 'DisksAndSnapshots' && source.type !== 'StorageBlobs') return []
  const luns = source.dataDisks.map(({ lun }) => lun)
  return region.encryption.dataDiskImages
    .filter(({ lun }) => !luns.includes(lun))
    .map(({ lun }) =>
      errorNote('LunNotInSource', { lun, luns: luns.join(', '), region: region.name }, { path: cellPath(index, lun) }),
    )
}

/**
 * A set serves one region. If it was not read from Azure, its name might help, because most are named after their
 * region. https://learn.microsoft.com/azure/virtual-machines/image-version-encryption#limitations
 */
function setRegionNotes(
  { targetRegions }: ImageVersionPlan,
  [index, disk]: [number, DiskKey],
  diskEncryptionSets: DiskEncryptionSet[],
): ImportNote[] {
  const target = targetRegions[index]
  if (target === undefined) return []
  const region = target.name
  const setId = diskEncryptionSetOf(target, disk)
  const position = { path: cellPath(index, disk) }
  const known = diskEncryptionSetById({ diskEncryptionSets }, setId)
  if (known !== undefined) {
    const { name: set, location: setRegion } = known
    return sameRegion(setRegion, region) ? [] : [errorNote('SetInAnotherRegion', { set, setRegion, region }, position)]
  }
  const id = tryParseResourceId(setId)
  const set = id === undefined ? '' : resourceNameOf(id)
  const named = regionInName(set, [region, ...targetRegions.map(({ name }) => name)])
  const isOwn = named === undefined || named === region
  return isOwn ? [] : [warningNote('SetNamedAfterAnotherRegion', { set, named, region }, position)]
}

/** The longest of `regions` in the name. A 2 or 3 after `eastus` makes it the name of another region. */
function regionInName(set: string, regions: readonly string[]): string | undefined {
  const name = set.toLowerCase().replaceAll(/[-_ ]/g, '')
  const [found] = regions
    .filter((region) => region !== '' && name.includes(region))
    .toSorted((one, other) => other.length - one.length)
  if (found === undefined) return undefined
  const following = name[name.indexOf(found) + found.length] ?? ''
  return /\d$/.test(found) || !/[23]/.test(following) ? found : found + following
}

function missingSetNotes(plan: ImageVersionPlan, region: TargetRegion, index: number): ImportNote[] {
  if (!usesCustomerKeys(plan) || cells(region).some((disk) => diskEncryptionSetOf(region, disk) !== '')) return []
  return [infoNote('RegionWithoutSets', { region: region.name }, { path: ['targetRegions', index, 'encryption'] })]
}

function cells({ encryption }: TargetRegion): DiskKey[] {
  return ['os', ...encryption.dataDiskImages.map(({ lun }) => lun)]
}

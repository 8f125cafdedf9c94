import { regionName, sameRegion, sameResourceId } from '@portal/arm'
import {
  asksForDiskSets,
  asksForSet,
  diskEncryptionSetOf,
  hasConfidentialDataDisks,
  type ConfidentialVMEncryptionType,
  type DiskKey,
  type ImageVersionPlan,
  type TargetRegion,
} from '../plan.ts'

/** A version as Azure stores it, as far as its encryption is concerned; portal-api's image version is one. */
export interface AppliedVersion {
  targetRegions: readonly AppliedRegion[]
  /** the data disks of the image; empty until Azure has read the source */
  dataDisks: readonly { lun: number }[]
}

/** Region and sets; no set means that a platform key encrypts that disk. */
export interface AppliedRegion {
  /** in any of ARM's spellings */
  name: string
  osDiskImage?: string | undefined
  dataDiskImages: readonly StoredDataDisk[]
  confidentialVMEncryptionType?: ConfidentialVMEncryptionType | undefined
  secureVMDiskEncryptionSetId?: string | undefined
}

/** `isConfidential`: the set is one for the disks of confidential machines. */
interface StoredDataDisk {
  lun: number
  diskEncryptionSetId?: string | undefined
  isConfidential?: boolean | undefined
}

/**
 * `as-asked`: Azure applies what the plan says, platform-managed keys if it names no set. `differs`: it does not. If
 * the plan is not known, or says nothing about the region: `stored` for a set, `platform-key` for none.
 */
export type EncryptionVerdict = 'as-asked' | 'differs' | 'stored' | 'platform-key'

export interface EffectiveDisk {
  disk: DiskKey
  /** ID of the requested set; absent for platform-managed keys, and if the request is not known */
  asked?: string
  /** id of the set Azure stores; absent for a platform key */
  stored?: string
  verdict: EncryptionVerdict
  /** platform-managed keys, although the same disk has a set in another region: a problem, whatever was requested */
  isMixed: boolean
}

export interface EffectiveConfidentialEncryption {
  asked?: ConfidentialEncryption
  stored?: ConfidentialEncryption
  verdict: EncryptionVerdict
}

export interface ConfidentialEncryption {
  type: ConfidentialVMEncryptionType
  diskEncryptionSetId?: string
}

export interface EffectiveRegion {
  /** short name */
  region: string
  /** false for a requested region that Azure does not list */
  isStored: boolean
  /** OS disk first, then by LUN */
  disks: EffectiveDisk[]
  /** only if requested or applied */
  confidential?: EffectiveConfidentialEncryption
}

/**
 * Which key encrypts each disk in each region, compared with the plan; the regions in Azure's order, then those that
 * Azure lacks. Without `asked`, only what is applied. Azure might apply another set than requested, or none, without an
 * error: https://github.com/Azure/azure-rest-api-specs/issues/29280
 */
export function effectiveEncryption(stored: AppliedVersion, asked?: ImageVersionPlan): EffectiveRegion[] {
  const disks = allDisks(stored, asked)
  const isEncryptedSomewhere = (disk: DiskKey) =>
    stored.targetRegions.some((region) => storedSetOf(region, disk) !== undefined)
  const rows = stored.targetRegions.map((region): EffectiveRegion => {
    const askedRegion = asked?.targetRegions.find(({ name }) => sameRegion(name, region.name))
    const confidential = confidentialRow(region, asked, askedRegion)
    return {
      region: regionName(region.name),
      isStored: true,
      disks: disks.map((disk) => {
        const storedSet = storedSetOf(region, disk)
        return {
          ...diskRow(disk, storedSet, asked && askedRegion && { plan: asked, region: askedRegion }),
          ...(isOfAnotherKind(region, disk, asked) && { verdict: 'differs' as const }),
          isMixed: storedSet === undefined && isEncryptedSomewhere(disk),
        }
      }),
      ...(confidential !== undefined && { confidential }),
    }
  })
  return [...rows, ...missingRegions(stored, disks, asked)]
}

/** The count of disks over all regions, by verdict, and whether the user must look. */
export interface EncryptionSummary {
  disks: number
  asAsked: number
  differing: number
  platformKeys: number
  mixed: number
  /** something differs from the request, or a disk has a set in one region and platform-managed keys in another */
  needsAttention: boolean
}

/** Counts the rows of `effectiveEncryption`, or one of them. */
export function encryptionSummary(regions: readonly EffectiveRegion[]): EncryptionSummary {
  const disks = regions.flatMap((region) => region.disks)
  const differing = disks.filter(({ verdict }) => verdict === 'differs').length
  const mixed = disks.filter(({ isMixed }) => isMixed).length
  const isConfidentialAsAsked = regions.every(({ confidential }) => confidential?.verdict !== 'differs')
  return {
    disks: disks.length,
    asAsked: disks.filter(({ verdict }) => verdict === 'as-asked').length,
    differing,
    platformKeys: regions
      .flatMap((region) => (region.isStored ? region.disks : []))
      .filter(({ stored }) => stored === undefined).length,
    mixed,
    needsAttention: differing > 0 || mixed > 0 || !isConfidentialAsAsked || regions.some(({ isStored }) => !isStored),
  }
}

interface Asked {
  plan: ImageVersionPlan
  region: TargetRegion
}

function diskRow(disk: DiskKey, stored: string | undefined, from: Asked | undefined): Omit<EffectiveDisk, 'isMixed'> {
  return { disk, ...diskVerdict(stored, from && { set: askedSetOf(from, disk) }) }
}

/**
 * Applied against requested, for one disk; undefined instead of a set means platform-managed keys. `asked` is undefined
 * if it is not known.
 */
export function diskVerdict(
  stored: string | undefined,
  asked: { set: string | undefined } | undefined,
): Pick<EffectiveDisk, 'asked' | 'stored' | 'verdict'> {
  const ids = {
    ...(asked?.set !== undefined && { asked: asked.set }),
    ...(stored !== undefined && { stored }),
  }
  if (asked === undefined) return { ...ids, verdict: stored === undefined ? 'platform-key' : 'stored' }
  return { ...ids, verdict: isSameSet(asked.set, stored) ? 'as-asked' : 'differs' }
}

function missingRegions(stored: AppliedVersion, disks: DiskKey[], plan?: ImageVersionPlan): EffectiveRegion[] {
  if (plan === undefined) return []
  const isMissing = ({ name }: TargetRegion) =>
    name !== '' && !stored.targetRegions.some((region) => sameRegion(region.name, name))
  return plan.targetRegions.filter(isMissing).map((region) => ({
    region: regionName(region.name),
    isStored: false,
    disks: disks.map((disk) => ({ ...diskRow(disk, undefined, { plan, region }), verdict: 'differs', isMixed: false })),
  }))
}

function confidentialRow(
  region: AppliedRegion,
  plan: ImageVersionPlan | undefined,
  askedRegion: TargetRegion | undefined,
): EffectiveConfidentialEncryption | undefined {
  const stored = confidentialOf(region.confidentialVMEncryptionType, region.secureVMDiskEncryptionSetId)
  const asked =
    askedRegion &&
    confidentialOf(plan?.confidentialVMEncryptionType, askedRegion.encryption.secureVMDiskEncryptionSetId)
  if (stored === undefined && asked === undefined) return undefined
  const isSame = asked?.type === stored?.type && isSameSet(asked?.diskEncryptionSetId, stored?.diskEncryptionSetId)
  return {
    ...(asked !== undefined && { asked }),
    ...(stored !== undefined && { stored }),
    verdict: askedRegion === undefined ? 'stored' : isSame ? 'as-asked' : 'differs',
  }
}

function confidentialOf(
  type: ConfidentialVMEncryptionType | null | undefined,
  diskEncryptionSetId: string | undefined,
): ConfidentialEncryption | undefined {
  if (type === null || type === undefined) return undefined
  // only this type has its own set; the plan might still contain one from before
  return type === 'EncryptedWithCmk' && diskEncryptionSetId ? { type, diskEncryptionSetId } : { type }
}

function allDisks(stored: AppliedVersion, asked: ImageVersionPlan | undefined): DiskKey[] {
  const askedImages =
    asked !== undefined && asksForDiskSets(asked) ? asked.targetRegions.map(({ encryption }) => encryption) : []
  const luns = [
    ...stored.dataDisks,
    ...[...stored.targetRegions, ...askedImages].flatMap(({ dataDiskImages }) => dataDiskImages),
  ]
  return ['os', ...[...new Set(luns.map(({ lun }) => lun))].toSorted((one, other) => one - other)]
}

/** A confidential disk has its set elsewhere in the body: the same set in the other place is another encryption. */
function isOfAnotherKind(region: AppliedRegion, disk: DiskKey, asked: ImageVersionPlan | undefined): boolean {
  const stored = region.dataDiskImages.find(({ lun }) => lun === disk)
  if (asked === undefined || !stored?.diskEncryptionSetId) return false
  return (stored.isConfidential ?? false) !== hasConfidentialDataDisks(asked)
}

function storedSetOf(region: AppliedRegion, disk: DiskKey): string | undefined {
  if (disk === 'os') return region.osDiskImage || undefined
  return region.dataDiskImages.find(({ lun }) => lun === disk)?.diskEncryptionSetId || undefined
}

function askedSetOf({ plan, region }: Asked, disk: DiskKey): string | undefined {
  return (asksForSet(plan, disk) && diskEncryptionSetOf(region, disk)) || undefined
}

function isSameSet(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return sameResourceId(one, other)
}

import { regionName, sameResourceId } from '@portal/arm'
import type { DiskKey } from '../plan.ts'
import type { AppliedVersion, AppliedRegion } from './effective-encryption.ts'

/** A disk that was created from an image version: which disk of the version, where, and the set that encrypts it. */
export interface DiskOfVersion {
  disk: DiskKey
  /** of the disk, in any of ARM's spellings */
  location: string
  /** absent for a platform-managed key */
  diskEncryptionSetId?: string | undefined
}

/**
 * `as-version`: the version's set for that region and disk. `other-set`: another one. `platform-key`: none, although
 * the version has one. `no-set`: the version has none there, so that nothing can differ.
 */
export type DiskOfVersionVerdict = 'as-version' | 'other-set' | 'platform-key' | 'no-set'

/** The sets of a version for one of its disks in one region; a confidential disk can have two. */
export interface SetsOfDisk {
  /** short name */
  location: string
  disk: DiskKey
  diskEncryptionSetIds: string[]
}

/**
 * The disks of a version that have a set, by region. Azure encrypts a new disk with the set of its image unless the
 * request names another one:
 * https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
 */
export function setsOfDisks({ targetRegions }: Pick<AppliedVersion, 'targetRegions'>): SetsOfDisk[] {
  return targetRegions.flatMap((region) => {
    const location = regionName(region.name)
    const ofLun = region.dataDiskImages.map(({ lun, diskEncryptionSetId }) => [lun, [diskEncryptionSetId]] as const)
    return [['os', osSets(region)] as const, ...ofLun]
      .map(([disk, ids]) => ({
        location,
        disk,
        diskEncryptionSetIds: ids.filter((id) => id !== undefined && id !== ''),
      }))
      .filter((sets): sets is SetsOfDisk => sets.diskEncryptionSetIds.length > 0)
  })
}

/** The set of a disk compared with the sets of its version, as `setsOfDisks` lists them. */
export function diskOfVersionVerdict(
  sets: readonly SetsOfDisk[],
  { disk, location, diskEncryptionSetId }: DiskOfVersion,
): DiskOfVersionVerdict {
  const ofVersion = sets.find((one) => one.disk === disk && one.location === regionName(location))
  if (ofVersion === undefined) return 'no-set'
  if (!diskEncryptionSetId) return 'platform-key'
  return ofVersion.diskEncryptionSetIds.some((id) => sameResourceId(id, diskEncryptionSetId))
    ? 'as-version'
    : 'other-set'
}

// A confidential machine's disk names the set of its confidential part, or the one of its storage.
function osSets({ osDiskImage, secureVMDiskEncryptionSetId }: AppliedRegion): (string | undefined)[] {
  return [osDiskImage, secureVMDiskEncryptionSetId]
}

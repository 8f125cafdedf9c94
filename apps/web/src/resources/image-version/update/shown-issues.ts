import { diskEncryptionSetOf, isAtOrBelow, type Issue, type IssuePath } from '@portal/image-version'
import type { VersionChange } from '@portal/version-update'

const typed = new Set(['regionalReplicaCount', 'replicaCount', 'endOfLifeDate'])

/**
 * Whether an issue is shown before Send was selected: for typed input once its field was left, for a cell once it has a
 * set, for everything else at once.
 */
export function isShown({ code, path }: Issue, change: VersionChange, left: readonly IssuePath[]): boolean {
  if (code === 'NothingToChange') return false
  if (left.some((prefix) => isAtOrBelow(path, prefix))) return true
  if (path.some((part) => typed.has(String(part)))) return false
  const [field, index, part, kind, lun] = path
  if (field !== 'addedRegions' || part !== 'encryption') return true
  const region = change.addedRegions[Number(index)]
  if (region === undefined) return true
  if (kind === 'secureVMDiskEncryptionSetId') return region.encryption.secureVMDiskEncryptionSetId !== ''
  return diskEncryptionSetOf(region, typeof lun === 'number' ? lun : 'os') !== ''
}

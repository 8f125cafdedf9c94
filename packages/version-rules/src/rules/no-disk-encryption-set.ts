import type { DiskEncryptionSetType, EncryptionType } from '@portal/disk-encryption'
import { errorAt, type Inventory, type Issue, type IssuePath } from '@portal/image-version'

/** The issue of a cell for which no set is known: there is none, or the user can't see it. */
export function noDiskEncryptionSetIssue(
  path: IssuePath,
  params: { region: string; encryptionType: EncryptionType | DiskEncryptionSetType },
  { mayReadDiskEncryptionSets }: Inventory,
): Issue {
  return mayReadDiskEncryptionSets === false
    ? errorAt(path, 'DiskEncryptionSetsHidden', { region: params.region })
    : errorAt(path, 'NoDiskEncryptionSetInRegion', params)
}

import { sameRegion } from '@portal/arm'
import type { WithDiskEncryptionSets } from '../disk-encryption-set.ts'

const max = 5000

/** How many sets a region of the gallery's subscription has, and can have. */
export interface DiskEncryptionSetQuota {
  count: number
  max: number
}

/** https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions */
export function diskEncryptionSetQuota(
  region: string,
  { diskEncryptionSets }: WithDiskEncryptionSets,
): DiskEncryptionSetQuota {
  return { count: diskEncryptionSets.filter(({ location }) => sameRegion(location, region)).length, max }
}

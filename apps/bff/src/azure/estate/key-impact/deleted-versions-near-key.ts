import { keyOfUrl } from '@portal/disk-encryption'
import type { DeletedVersionsNearSet } from '@portal/portal-api'
import type { Azure } from '../../arm/clients.ts'
import { deletedVersionsIn } from '../../galleries/soft-delete/deleted-versions-near-set.ts'
import { subscriptionsOf } from '../query-chunks.ts'
import { setsOfKeys } from './sets-of-keys.ts'

/**
 * The content of the recycle bins in the subscriptions of a key's sets: a set encrypts versions of its own subscription
 * only, and Azure does not return the keys of a deleted version.
 */
export async function deletedVersionsNearKey(azure: Azure, keyUrl: string): Promise<DeletedVersionsNearSet> {
  const sets = await setsOfKeys(azure, [keyOfUrl(keyUrl)])
  if (sets.length === 0) return { versions: [], isComplete: true }
  return deletedVersionsIn(azure, subscriptionsOf(sets.map(({ id }) => id)))
}

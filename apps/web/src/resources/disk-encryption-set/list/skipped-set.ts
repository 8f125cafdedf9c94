import { locksOn } from '@portal/gallery'
import type { DiskEncryptionSetUses, Permission, ResourceLocks } from '@portal/portal-api'

/** Why a set stays as it is. */
export type SkippedReason =
  | { code: 'Unread' | 'Locked' }
  | { code: 'Forbidden'; action: string }
  | { code: 'InUse'; imageVersions: number; resources: number }
  /** where the locks are set */
  | { code: 'DeletionLocked'; scopes: string[] }

/** What has been read of a set; undefined: it could not be. */
interface SetReads {
  id: string
  uses: DiskEncryptionSetUses | undefined
  mayDelete: Permission | undefined
  locks: ResourceLocks | undefined
}

/** Why a set is not deleted; undefined: it is. A set whose uses aren't known is kept. */
export function whyNotDeleted({ id, uses, mayDelete, locks }: SetReads): SkippedReason | undefined {
  if (uses === undefined || mayDelete === undefined) return { code: 'Unread' }
  const { imageVersions, resources } = uses
  if (imageVersions.length + resources.length > 0)
    return { code: 'InUse', imageVersions: imageVersions.length, resources: resources.length }
  if (mayDelete === 'forbidden') return { code: 'Forbidden', action: 'Microsoft.Compute/diskEncryptionSets/delete' }
  const scopes = locksOn(id, locks?.locks ?? []).map(({ scope }) => scope)
  return scopes.length > 0 ? { code: 'DeletionLocked', scopes: [...new Set(scopes)] } : undefined
}

/** Why a set gets no delete lock; undefined: it gets one. */
export function whyNotLocked({ id, locks }: Pick<SetReads, 'id' | 'locks'>): SkippedReason | undefined {
  if (locks === undefined) return { code: 'Unread' }
  if (locks.locks?.some(({ scope }) => scope.toLowerCase() === id.toLowerCase())) return { code: 'Locked' }
  return locks.set === 'forbidden' ? { code: 'Forbidden', action: 'Microsoft.Authorization/locks/write' } : undefined
}

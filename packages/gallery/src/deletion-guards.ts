import * as z from 'zod/mini'
import { appliedLock } from './resource-lock.ts'
import { softDeletePolicy } from './soft-delete-policy.ts'

/** What decides whether Azure deletes a version, an image definition or a gallery. */
export const deletionFacts = z.strictObject({
  provisioningState: z.string(),
  /** its direct children: some names, or none */
  childNames: z.array(z.string()),
  /** ISO 8601; of versions, as are the next two */
  endOfLifeDate: z.optional(z.string()),
  blockDeletionBeforeEndOfLife: z.boolean(),
  locksReplicatedLocations: z.boolean(),
  /** numbers in its recycle bin; of image definitions */
  deletedVersionNames: z.array(z.string()),
  /** for a version: what its gallery does with it; absent if the gallery never had soft delete */
  softDeletePolicy: z.optional(softDeletePolicy),
  /** at it, above and below it, as far as the user can read them */
  locks: z.array(appliedLock),
  /** Azure's own time, ISO 8601 */
  now: z.string(),
})
export type DeletionFacts = z.infer<typeof deletionFacts>

/** `ReplicatedLocationsLocked` is information; each of the others prevents the deletion. */
export type DeletionGuard =
  | 'UnderWay'
  | 'NestedResources'
  | 'DeletedVersions'
  | 'FailedUnderSoftDelete'
  | 'BeforeEndOfLife'
  | 'Locked'
  | 'ReplicatedLocationsLocked'

/**
 * Why Azure would refuse a deletion, as far as it can be known beforehand, and additional information.
 * https://learn.microsoft.com/azure/virtual-machines/delete-azure-compute-gallery-resources and …/soft-delete-gallery
 */
export function deletionGuards(facts: DeletionFacts): DeletionGuard[] {
  const { provisioningState, childNames, deletedVersionNames, endOfLifeDate, blockDeletionBeforeEndOfLife, now } = facts
  const isAlive = endOfLifeDate !== undefined && Date.parse(endOfLifeDate) > Date.parse(now)
  const found: [DeletionGuard, boolean][] = [
    ['UnderWay', provisioningState !== 'Succeeded' && provisioningState !== 'Failed'],
    ['NestedResources', childNames.length > 0],
    ['DeletedVersions', deletedVersionNames.length > 0],
    ['FailedUnderSoftDelete', provisioningState === 'Failed' && isSoftDeleted(facts)],
    ['BeforeEndOfLife', blockDeletionBeforeEndOfLife && isAlive],
    ['Locked', facts.locks.length > 0],
    ['ReplicatedLocationsLocked', facts.locksReplicatedLocations],
  ]
  return found.filter(([, holds]) => holds).map(([guard]) => guard)
}

/** Whether a guard prevents the deletion. */
export function isDeletionBlocked(guards: readonly DeletionGuard[]): boolean {
  return guards.some((guard) => guard !== 'ReplicatedLocationsLocked')
}

/** Whether the deletion of a version can be undone: it goes to the recycle bin. */
export function isSoftDeleted({ softDeletePolicy: policy }: DeletionFacts): boolean {
  return policy?.isSoftDeleteEnabled === true
}

const day = 86_400_000

/** Until when (ISO 8601) a version deleted now can be restored; undefined if it can't, or Azure does not say. */
export function restorableUntil(facts: DeletionFacts): string | undefined {
  const { retentionPeriodInDays, gracePeriodInDays } = facts.softDeletePolicy ?? {}
  if (!isSoftDeleted(facts) || retentionPeriodInDays === undefined || gracePeriodInDays === undefined) return undefined
  return new Date(Date.parse(facts.now) + (retentionPeriodInDays + gracePeriodInDays) * day).toISOString()
}

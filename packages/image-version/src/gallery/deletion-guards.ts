import * as z from 'zod/mini'

/** What decides whether Azure deletes a version, an image definition or a gallery. */
export const deletionFacts = z.strictObject({
  provisioningState: z.string(),
  /** what is directly below it: some names, or none */
  childNames: z.array(z.string()),
  /** ISO 8601; of versions, as are the next two */
  endOfLifeDate: z.optional(z.string()),
  blockDeletionBeforeEndOfLife: z.boolean(),
  locksReplicatedLocations: z.boolean(),
  /** Azure's own time, ISO 8601 */
  now: z.string(),
})
export type DeletionFacts = z.infer<typeof deletionFacts>

/** `ReplicatedLocationsLocked` is to be known; each of the others stands in the way. */
export type DeletionGuard = 'UnderWay' | 'NestedResources' | 'BeforeEndOfLife' | 'ReplicatedLocationsLocked'

/**
 * What Azure would refuse a deletion for, as far as it can be known beforehand, and what else there is to know.
 * https://learn.microsoft.com/azure/virtual-machines/delete-azure-compute-gallery-resources
 */
export function deletionGuards(facts: DeletionFacts): DeletionGuard[] {
  const { provisioningState, childNames, endOfLifeDate, blockDeletionBeforeEndOfLife, now } = facts
  const isAlive = endOfLifeDate !== undefined && Date.parse(endOfLifeDate) > Date.parse(now)
  const found: [DeletionGuard, boolean][] = [
    ['UnderWay', provisioningState !== 'Succeeded' && provisioningState !== 'Failed'],
    ['NestedResources', childNames.length > 0],
    ['BeforeEndOfLife', blockDeletionBeforeEndOfLife && isAlive],
    ['ReplicatedLocationsLocked', facts.locksReplicatedLocations],
  ]
  return found.filter(([, holds]) => holds).map(([guard]) => guard)
}

/** Whether a guard stands in the way of the deletion. */
export function isDeletionBlocked(guards: readonly DeletionGuard[]): boolean {
  return guards.some((guard) => guard !== 'ReplicatedLocationsLocked')
}

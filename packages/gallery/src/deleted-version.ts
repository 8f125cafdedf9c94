import * as z from 'zod/mini'

/** An image version in the recycle bin of its definition. Azure does not return which keys encrypt it. */
export const deletedVersion = z.strictObject({
  /** its number */
  name: z.string(),
  /** of the version as it was, and as it will be once restored */
  id: z.string(),
  /** short name of its source region, the only one to which it can be restored */
  location: z.string(),
  /** ISO 8601, like the next two; these are absent if Azure does not return them */
  softDeletedTime: z.optional(z.string()),
  /** until then, machines can be created from it by its number */
  consumptionEndTime: z.optional(z.string()),
  /** until then it can be restored */
  hardDeletionTargetTime: z.optional(z.string()),
})
export type DeletedVersion = z.infer<typeof deletedVersion>

/** `Retention`: usable by its number, and restorable; `Grace`: restorable only. */
export type DeletedVersionStage = 'Retention' | 'Grace'

/**
 * The state of a deleted version at `now` (ISO 8601); undefined if Azure returned no date for it.
 * https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery
 */
export function stageOfDeleted({ consumptionEndTime }: DeletedVersion, now: string): DeletedVersionStage | undefined {
  if (consumptionEndTime === undefined) return undefined
  return Date.parse(now) < Date.parse(consumptionEndTime) ? 'Retention' : 'Grace'
}

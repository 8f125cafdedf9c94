import * as z from 'zod/mini'

const armError = z.strictObject({ code: z.string(), message: z.string() })

/** ARM's facts about any deployment: its progress, and the progress of each resource that it has started. */
export const deploymentProgress = {
  state: z.enum(['Running', 'Succeeded', 'Failed', 'Canceled']),
  /** of its latest change, ISO 8601 */
  timestamp: z.string(),
  /** what has started: a waiting resource has no operation yet */
  operations: z.array(
    z.strictObject({
      resourceId: z.string(),
      state: z.enum(['Running', 'Succeeded', 'Failed']),
      /** its duration, or the duration so far */
      milliseconds: z.number(),
      error: z.optional(armError),
    }),
  ),
  /** if it failed for another reason than a resource */
  error: z.optional(armError),
}

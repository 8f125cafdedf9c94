import * as z from 'zod/mini'

const armError = z.strictObject({ code: z.string(), message: z.string() })

/** What ARM tells of any deployment: how far it is, and how far each resource that it has begun. */
export const deploymentProgress = {
  state: z.enum(['Running', 'Succeeded', 'Failed', 'Canceled']),
  /** of its latest change, ISO 8601 */
  timestamp: z.string(),
  /** what has begun: a resource that waits for another has no operation yet */
  operations: z.array(
    z.strictObject({
      resourceId: z.string(),
      state: z.enum(['Running', 'Succeeded', 'Failed']),
      /** how long it took, or has taken so far */
      milliseconds: z.number(),
      error: z.optional(armError),
    }),
  ),
  /** where it failed for another reason than a resource */
  error: z.optional(armError),
}

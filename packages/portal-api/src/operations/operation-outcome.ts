import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { underWayKind } from '../under-way.ts'

/** How an operation ended, as Azure shows it now. */
export const operationOutcome = z.strictObject({
  /**
   * `gone`: Azure no longer has the resource, or the user has no permission to see it; of a campaign also that a part
   * of it is left to be started
   */
  state: z.enum(['inProgress', 'succeeded', 'failed', 'canceled', 'gone']),
  /** what failed and why, in Azure's words; empty unless `failed`, and where Azure gives no reason */
  failures: z.array(
    z.strictObject({
      /** display name of a version's region, or number of a campaign's version; absent for a deployment */
      region: z.optional(z.string()),
      message: z.optional(z.string()),
    }),
  ),
})
export type OperationOutcome = z.infer<typeof operationOutcome>

/** What has become of an operation that was in progress; `id` and `kind` are those of its `UnderWayItem`. */
export const getOperationOutcome = get(
  '/api/operation-outcome',
  z.strictObject({ id: z.string(), kind: underWayKind }),
  operationOutcome,
)

import * as z from 'zod/mini'
import { virtualMachinePlan } from './virtual-machine-plan.ts'

const armError = z.strictObject({ code: z.string(), message: z.string() })

/** What Azure tells of the deployment that makes a machine. */
export const virtualMachineDeployment = z.strictObject({
  plan: virtualMachinePlan,
  state: z.enum(['Running', 'Succeeded', 'Failed', 'Canceled']),
  /** when it ended, or of now while it runs; ISO 8601 */
  timestamp: z.string(),
  /** how long it took, or has taken so far */
  milliseconds: z.number(),
  /** what has begun: a resource that waits for another has no operation yet */
  operations: z.array(
    z.strictObject({
      resourceId: z.string(),
      state: z.enum(['Running', 'Succeeded', 'Failed']),
      milliseconds: z.number(),
      error: z.optional(armError),
    }),
  ),
  /** where it failed for another reason than a resource */
  error: z.optional(armError),
})
export type VirtualMachineDeployment = z.infer<typeof virtualMachineDeployment>

import * as z from 'zod/mini'

/** What the demo itself can do in a step: `forward` moves its time on by some minutes. */
export const stepAct = z.enum(['forward', 'disableKey', 'hour', 'enableKey', 'grantAccess'])
export type StepAct = z.infer<typeof stepAct>

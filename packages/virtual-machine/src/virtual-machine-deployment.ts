import { deploymentProgress } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { virtualMachinePlan } from './virtual-machine-plan.ts'

/** Azure's facts about the deployment that creates a machine. */
export const virtualMachineDeployment = z.strictObject({
  plan: virtualMachinePlan,
  ...deploymentProgress,
  /** its duration, or the duration so far */
  milliseconds: z.number(),
})
export type VirtualMachineDeployment = z.infer<typeof virtualMachineDeployment>

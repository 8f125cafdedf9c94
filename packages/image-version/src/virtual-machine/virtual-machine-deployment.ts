import * as z from 'zod/mini'
import { deploymentProgress } from '../deployment/deployment-progress.ts'
import { virtualMachinePlan } from './virtual-machine-plan.ts'

/** What Azure tells of the deployment that makes a machine. */
export const virtualMachineDeployment = z.strictObject({
  plan: virtualMachinePlan,
  ...deploymentProgress,
  /** how long it took, or has taken so far */
  milliseconds: z.number(),
})
export type VirtualMachineDeployment = z.infer<typeof virtualMachineDeployment>

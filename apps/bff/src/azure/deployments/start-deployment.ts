import { ifThere } from '../arm/answered.ts'
import { ArmRefusal, NoClearAnswer } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { OutcomeUnknown } from '../versions/image-version-refusals.ts'
import { getDeployment, putDeployment, type ArmDeployment, type DeploymentBody } from './deployments.ts'

/**
 * One write, whose outcome is read where the answer is lost; a deployment of that name that is under way is left alone.
 * Throws what Azure refuses, and `OutcomeUnknown` where it answers neither this nor what became of it.
 */
export async function sendDeployment(azure: Azure, id: string, body: DeploymentBody): Promise<void> {
  try {
    await putDeployment(azure, id, body)
  } catch (error) {
    // somebody was quicker with the same
    if (error instanceof ArmRefusal && error.arm.code === 'DeploymentActive') return
    if (!(error instanceof NoClearAnswer)) throw error
    const found = await ifThere(getDeployment(azure, id)).catch((failure: unknown) => {
      throw new OutcomeUnknown({ cause: failure })
    })
    if (found === undefined || deploymentState(found) !== 'Running') throw error
  }
}

const ended = ['Succeeded', 'Failed', 'Canceled'] as const

/** How far a deployment is; ARM has several words for one that runs. */
export function deploymentState({ properties }: ArmDeployment): (typeof ended)[number] | 'Running' {
  return ended.find((state) => state === properties.provisioningState) ?? 'Running'
}

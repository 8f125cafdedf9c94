import { ArmRefusal, NoClearAnswer } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { OutcomeUnknown } from '../arm/write-refusals.ts'
import { getDeployment, putDeployment, type ArmDeployment, type DeploymentBody } from './deployments.ts'

/**
 * One write, whose result is read if the response is lost; a running deployment with the same name is left alone.
 * Throws what Azure refuses, and `OutcomeUnknown` if Azure answers neither the write nor the read.
 */
export async function sendDeployment(azure: Azure, id: string, body: DeploymentBody): Promise<void> {
  try {
    await putDeployment(azure, id, body)
  } catch (error) {
    // another request started the same one first
    if (error instanceof ArmRefusal && error.arm.code === 'DeploymentActive') return
    if (!(error instanceof NoClearAnswer)) throw error
    const found = await ifThere(getDeployment(azure, id)).catch((failure: unknown) => {
      throw new OutcomeUnknown({ cause: failure })
    })
    if (found === undefined || deploymentState(found) !== 'Running') throw error
  }
}

const ended = ['Succeeded', 'Failed', 'Canceled'] as const

/** The progress of a deployment; ARM has several words for a running one. */
export function deploymentState({ properties }: ArmDeployment): (typeof ended)[number] | 'Running' {
  return ended.find((state) => state === properties.provisioningState) ?? 'Running'
}

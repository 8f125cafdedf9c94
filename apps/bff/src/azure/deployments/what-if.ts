import { setTimeout as pauseFor } from 'node:timers/promises'
import type { ResourceChange } from '@portal/portal-api'
import * as z from 'zod/mini'
import { NoClearAnswer } from '../arm/arm-reply.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { deploymentsApiVersion, type DeploymentBody } from './deployments.ts'

const changeType = z.enum(['Create', 'Modify', 'NoChange', 'Deploy', 'Unsupported', 'Ignore', 'Delete', 'NoEffect'])
const result = z.object({
  properties: z.object({ changes: z.array(z.object({ resourceId: z.string(), changeType })) }),
})

const pollMs = 1_000
const longestMs = 60_000

/**
 * What a deployment would do to the resources that it names. Waits for Azure's answer, a minute at most; throws
 * `NoClearAnswer` after that. https://learn.microsoft.com/rest/api/resources/deployments/what-if
 */
export async function whatIf(
  azure: Azure,
  deploymentId: string,
  { properties }: DeploymentBody,
): Promise<ResourceChange[]> {
  const body = { properties: { ...properties, whatIfSettings: { resultFormat: 'ResourceIdOnly' } } }
  const url = armUrl(`${deploymentId}/whatIf`, { 'api-version': deploymentsApiVersion })
  let answer = await azure.start({ method: 'POST', url, body })
  const deadline = Date.now() + longestMs
  while (answer.status === 202) {
    if (answer.location === undefined) throw new NoClearAnswer('form', { status: answer.status })
    if (Date.now() > deadline) throw new NoClearAnswer('timeout')
    await pauseFor(pollMs)
    answer = await azure.start({ method: 'GET', url: answer.location })
  }
  const parsed = z.safeParse(result, answer.body)
  if (!parsed.success) throw new NoClearAnswer('form', { cause: parsed.error })
  return parsed.data.properties.changes.flatMap(({ resourceId, changeType: type }) =>
    // A deployment in Incremental mode deletes nothing, and leaves unnamed resources alone.
    type === 'Ignore' || type === 'Delete' || type === 'NoEffect' ? [] : [{ resourceId, changeType: type }],
  )
}

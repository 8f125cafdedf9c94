import { isJsonObject, textAt } from '../../json.ts'
import type { Arm, StartedAzure } from '../azure.ts'
import type { Bomb } from './bomb.ts'

/** What came of a bomb. */
export interface Outcome {
  /** `413 RequestContentTooLarge`, `201 Failed`: the status of the answer, and its code or how the deployment ended */
  end: string
  message: string
  /** the longest that one call took */
  milliseconds: number
}

/** Sends it as that user, and if it started a deployment, moves the clock until that is over. */
export async function sentBomb(azure: StartedAzure, arm: Arm, bomb: Bomb): Promise<Outcome> {
  let milliseconds = 0
  const timed: Arm = async (method, path, body) => {
    const began = performance.now()
    const answer = await arm(method, path, body)
    milliseconds = Math.max(milliseconds, performance.now() - began)
    return answer
  }
  const path = bomb.path(azure.production)
  const sent: unknown = JSON.parse(bomb.body())
  const { status, body } = await timed(bomb.method, path, isJsonObject(sent) ? sent : {})
  const refusal = textAt(body, 'error', 'code')
  if (refusal !== undefined || bomb.method !== 'PUT')
    return { end: `${status} ${refusal ?? ''}`, message: textAt(body, 'error', 'message') ?? '', milliseconds }
  for (let round = 0; round < 100; round += 1) {
    azure.clock.advance(600_000)
    const { properties } = (await timed('GET', path)).body
    const state = textAt(properties, 'provisioningState') ?? ''
    const message = textAt(properties, 'error', 'message') ?? ''
    if (state !== 'Running') return { end: `${status} ${state}`, message, milliseconds }
  }
  return { end: `${status} Running`, message: 'It does not end', milliseconds }
}

import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { userKey, type Caller } from '../../auth/caller.ts'
import { keepNewest } from '../../process/keep-newest.ts'
import { ArmRefusal, isBusyRefusal, SubscriptionLimitReached } from './arm-reply.ts'

const refusalsToOpen = 5
const openMs = 10_000
const mostCircuits = 5_000

interface Circuit {
  /** one after the other */
  refusals: number
  /** when the next request can try; ms */
  nextTry: number
  /** the response meanwhile */
  arm: ArmRefusal['arm']
}

/**
 * Limits retries during continuous 429, and counts as ARM does: after ARM has refused five requests of a user to a
 * subscription in a row, one of the user's requests tries every 10 s and the rest are refused here, until one succeeds.
 * Other users are held back only if ARM says that the limit is the whole subscription's. `now` is in ms. No library
 * does this: only ARM's 429 counts, and only ARM's responses to this user reset it.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function throttlingBreaker(now: () => number): (caller: Pick<Caller, 'tid' | 'oid'>) => PipelinePolicy {
  const circuits = new Map<string, Circuit>()

  function demandClosed(keys: readonly string[]): void {
    const open = keys.map((key) => circuits.get(key)).filter((circuit) => circuit && circuit.refusals >= refusalsToOpen)
    for (const circuit of open)
      if (circuit && now() < circuit.nextTry) throw new ArmRefusal(429, circuit.arm, circuit.nextTry)
    for (const circuit of open) if (circuit) circuit.nextTry = now() + openMs
  }

  function countRefusal(key: string, arm: ArmRefusal['arm']): void {
    const refusals = (circuits.get(key)?.refusals ?? 0) + 1
    keepNewest(circuits, [key, { refusals, nextTry: now() + openMs, arm }], mostCircuits)
  }

  return (caller) => ({
    name: 'throttlingBreaker',
    async sendRequest(request, next) {
      const subscription = /\/subscriptions\/([^/?]+)/i.exec(request.url)?.[1]?.toLowerCase()
      if (subscription === undefined) return next(request)
      const ofAll = `${caller.tid}:${subscription}`
      const own = `${userKey(caller)}:${subscription}`
      const closeBoth = () => [ofAll, own].forEach((key) => circuits.delete(key))
      demandClosed([ofAll, own])
      try {
        const response = await next(request)
        closeBoth()
        return response
      } catch (error) {
        if (error instanceof SubscriptionLimitReached) countRefusal(ofAll, ofNobody(error))
        else if (isThrottling(error)) countRefusal(own, error.arm)
        else if (error instanceof ArmRefusal) closeBoth()
        throw error
      }
    },
  })
}

// ARM's text names the request of the user who was refused
function ofNobody({ arm }: ArmRefusal): ArmRefusal['arm'] {
  return { code: arm.code, message: 'Too many requests for this subscription.' }
}

function isThrottling(error: unknown): error is ArmRefusal {
  return error instanceof ArmRefusal && error.status === 429 && !isBusyRefusal(error)
}

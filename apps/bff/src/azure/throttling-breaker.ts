import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { ArmRefusal, isBusyRefusal } from './arm-reply.ts'

const refusalsToOpen = 5
const openMs = 10_000

interface Circuit {
  /** one after the other, of whomever */
  refusals: number
  /** when the next request may try; ms */
  nextTry: number
  /** ARM's own words the last time */
  arm: ArmRefusal['arm']
}

/**
 * Keeps a storm of 429 from growing: once ARM has refused five requests to a subscription one after the other, whoever
 * sent them, one request tries every 10 s and the others are refused here, until one is answered. One user who asks too
 * much does not stop the others, whose answers come in between. `now` is in ms. Our own and not a library's: what counts
 * is ARM's 429 alone, and what is answered meanwhile must be ARM's too.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function throttlingBreaker(now: () => number): PipelinePolicy {
  const circuits = new Map<string, Circuit>()
  return {
    name: 'throttlingBreaker',
    async sendRequest(request, next) {
      const subscription = /\/subscriptions\/([^/?]+)/i.exec(request.url)?.[1]?.toLowerCase()
      if (subscription === undefined) return next(request)
      const circuit = circuits.get(subscription)
      if (circuit !== undefined && circuit.refusals >= refusalsToOpen) {
        if (now() < circuit.nextTry) throw new ArmRefusal(429, circuit.arm, circuit.nextTry)
        circuit.nextTry = now() + openMs
      }
      try {
        const response = await next(request)
        circuits.delete(subscription)
        return response
      } catch (error) {
        if (isThrottling(error)) {
          const refusals = (circuits.get(subscription)?.refusals ?? 0) + 1
          circuits.set(subscription, { refusals, nextTry: now() + openMs, arm: error.arm })
        } else if (error instanceof ArmRefusal) circuits.delete(subscription)
        throw error
      }
    },
  }
}

function isThrottling(error: unknown): error is ArmRefusal {
  return error instanceof ArmRefusal && error.status === 429 && !isBusyRefusal(error)
}

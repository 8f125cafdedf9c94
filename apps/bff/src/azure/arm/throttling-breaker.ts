import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { userKey, type Caller } from '../../auth/caller.ts'
import { circuits } from '../../process/circuit-breakers.ts'
import { ArmRefusal, isBusyRefusal, SubscriptionLimitReached } from './arm-reply.ts'

const refusalsToOpen = 5

/**
 * Limits retries during continuous 429, and counts as ARM does: after ARM has refused five requests of a user to a
 * subscription in a row, one of the user's requests tries every 10 s and the rest are refused here, until one succeeds.
 * Other users are held back only if ARM says that the limit is the whole subscription's. `now` is in ms. No library
 * does this: only ARM's 429 counts, and only ARM's responses to this user reset it.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function throttlingBreaker(now: () => number): (caller: Pick<Caller, 'tid' | 'oid'>) => PipelinePolicy {
  // with ARM's last refusal
  const refused = circuits<ArmRefusal['arm']>({ now, isOpen: ({ failures }) => failures >= refusalsToOpen })

  function assertClosed(keys: readonly string[]): void {
    for (const key of keys) {
      const circuit = refused.blocked(key)
      if (circuit !== undefined) throw new ArmRefusal(429, circuit.last, circuit.nextTry)
    }
    for (const key of keys) refused.takeTry(key)
  }

  return (caller) => ({
    name: 'throttlingBreaker',
    async sendRequest(request, next) {
      const subscription = /\/subscriptions\/([^/?]+)/i.exec(request.url)?.[1]?.toLowerCase()
      if (subscription === undefined) return next(request)
      const ofAll = `${caller.tid}:${subscription}`
      const own = `${userKey(caller)}:${subscription}`
      const closeBoth = () => [ofAll, own].forEach((key) => refused.close(key))
      assertClosed([ofAll, own])
      try {
        const response = await next(request)
        closeBoth()
        return response
      } catch (error) {
        if (error instanceof SubscriptionLimitReached) refused.fail(ofAll, ofNobody(error))
        else if (isThrottling(error)) refused.fail(own, error.arm)
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

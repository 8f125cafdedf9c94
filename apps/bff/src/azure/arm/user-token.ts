import type { PipelinePolicy, SendRequest } from '@azure/core-rest-pipeline'
import type { Caller } from '../../auth/caller.ts'
import { claimsAskedBy, ClaimsChallenge } from '../../auth/claims-challenge.ts'
import type { OnBehalfOf } from '../../auth/on-behalf-of.ts'
import { countWait } from './call-timeouts.ts'
import { requireOrigin } from './pinned-origin.ts'

interface Dependencies {
  /** ARM's */
  origin: string
  caller: Caller
  tokens: OnBehalfOf
  /** ms */
  now: () => number
}

/**
 * Adds the caller's ARM token to a request, after checking its destination: the SDK's own policy would send it to any
 * https host. It comes before the request has a place at ARM, which it would hold while Entra ID is slow.
 */
export function userTokenPolicy({ origin, caller, tokens, now }: Dependencies): PipelinePolicy {
  return {
    name: 'userToken',
    async sendRequest(request, next) {
      requireOrigin(request.url, origin)
      const since = now()
      request.headers.set('authorization', `Bearer ${await tokens.tokenFor(caller)}`)
      countWait(request, now() - since)
      return next(request)
    },
  }
}

/**
 * Answers a claims challenge of ARM (session revoked, second factor required) once, with a token that has the claims;
 * ARM did nothing before the challenge, so a write can be sent again. If that fails too, the challenge goes to the
 * browser. https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
export function claimsChallengePolicy({ caller, tokens }: Pick<Dependencies, 'caller' | 'tokens'>): PipelinePolicy {
  return {
    name: 'claimsChallenge',
    async sendRequest(request, next) {
      const first = await next(request)
      const claims = challengeOf(first)
      if (claims === undefined) return first
      request.headers.set('authorization', `Bearer ${await tokens.tokenFor(caller, claims)}`)
      const second = await next(request)
      const again = challengeOf(second)
      if (again !== undefined) throw new ClaimsChallenge(again)
      return second
    },
  }
}

function challengeOf(response: Awaited<ReturnType<SendRequest>>): string | undefined {
  return response.status === 401 ? claimsAskedBy(response.headers.get('www-authenticate')) : undefined
}

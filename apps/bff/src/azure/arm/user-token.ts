import type { PipelinePolicy, PipelineResponse, SendRequest } from '@azure/core-rest-pipeline'
import type { Caller } from '../../auth/caller.ts'
import { claimsAskedBy, ClaimsChallenge } from '../../auth/claims-challenge.ts'
import type { OnBehalfOf } from '../../auth/on-behalf-of.ts'
import { requireOrigin } from './pinned-origin.ts'

interface Dependencies {
  /** ARM's */
  origin: string
  caller: Caller
  tokens: OnBehalfOf
}

/**
 * Adds the caller's ARM token to a request, after checking its destination: the SDK's own policy would send it to any
 * https host. A claims challenge of ARM (session revoked, second factor required) is answered once with a token that
 * has the claims; ARM did nothing before the challenge, so a write can be sent again. If that fails too, the challenge
 * goes to the browser. https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
export function userTokenPolicy({ origin, caller, tokens }: Dependencies): PipelinePolicy {
  return {
    name: 'userToken',
    async sendRequest(request, next) {
      requireOrigin(request.url, origin)
      const send = async (claims?: string): Promise<PipelineResponse> => {
        request.headers.set('authorization', `Bearer ${await tokens.tokenFor(caller, claims)}`)
        return next(request)
      }
      const first = await send()
      const claims = challengeOf(first)
      if (claims === undefined) return first
      const second = await send(claims)
      const again = challengeOf(second)
      if (again !== undefined) throw new ClaimsChallenge(again)
      return second
    },
  }
}

function challengeOf(response: Awaited<ReturnType<SendRequest>>): string | undefined {
  return response.status === 401 ? claimsAskedBy(response.headers.get('www-authenticate')) : undefined
}

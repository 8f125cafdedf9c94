import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { AzureServices, Heard } from '../../../outages/azure-services.ts'
import { ArmRefusal, NoClearAnswer } from '../arm-reply.ts'
import { countWait, longestWait } from '../call-timeouts.ts'
import { serviceOf } from './service-of.ts'

interface Dependencies {
  services: AzureServices
  /** of the caller: `userKey` */
  user: string
  /** ms */
  now: () => number
}

/**
 * Gives a request a place at the service that answers it. What a read waits counts towards its time. Throws
 * `ServiceNotAnswering` or `SemaphoreFull` if it is not sent; `NoClearAnswer` has the service's name.
 */
export function placesPolicy({ services, user, now }: Dependencies): PipelinePolicy {
  return {
    name: 'places',
    async sendRequest(request, next) {
      const service = serviceOf(request.url)
      const since = now()
      try {
        return await services.call({ service, user, waitMs: longestWait(request), heardIn }, () => {
          countWait(request, now() - since)
          return next(request)
        })
      } catch (error) {
        if (error instanceof NoClearAnswer) error.service = service
        throw error
      }
    },
  }
}

const gatewayTimeout = 504

// ARM answers 504 if its provider does not answer.
function heardIn(error: unknown): Heard {
  if (error instanceof ArmRefusal) return 'answer'
  if (!(error instanceof NoClearAnswer)) return 'noCall'
  return error.status === undefined || error.status === gatewayTimeout ? 'noAnswer' : 'answer'
}

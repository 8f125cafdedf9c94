import { azureService, type AzureService } from '@portal/portal-api'
import { semaphore, SemaphoreFull, semaphores, WaitedTooLong } from '../process/semaphore.ts'
import type { Logger } from '../telemetry/log.ts'
import { noTelemetry, type Telemetry } from '../telemetry/telemetry-events.ts'
import { outageBreaker, type Outage } from './outage-breaker.ts'
import { ServiceNotAnswering } from './service-not-answering.ts'

/** What a call was: `noAnswer` if it was given up, or if a gateway says so; `noCall` says nothing about the service. */
export type Heard = 'answer' | 'noAnswer' | 'noCall'

interface ServiceCall {
  service: AzureService
  /** of the caller: `userKey` */
  user: string
  /** how long it waits for a place; ms */
  waitMs: number
  /** what a failed call says about the service */
  heardIn: (error: unknown) => Heard
}

/** The services of Azure that all users call, with places for each. */
export interface AzureServices {
  /**
   * Sends a call once there is a place for it. Without sending it, throws `ServiceNotAnswering` if the service answers
   * nobody or gives no place in time, and `SemaphoreFull` if too many calls wait already.
   */
  call<T>(call: ServiceCall, send: () => Promise<T>): Promise<T>
  outages(): Outage[]
}

interface Dependencies {
  logger: Logger
  telemetry?: Pick<Telemetry, 'serviceCalled' | 'serviceAnswers'>
  /** ms */
  now?: () => number
}

// Concurrent calls to one service, of one user and of all, and how many wait for that: some pages read hundreds of
// resources at once.
const callsOfUser = 6
const waitingOfUser = 1_000
const callsOfAll = 64
const waitingOfAll = 128
// A service that gives none of its places back for so long would fill the portal's own with requests that wait for it.
const longestWaitOfAllMs = 2_000

/** All calls to ARM that can be under way at once: those to all services but Microsoft Entra ID. */
export const mostArmCalls = callsOfAll * azureService.options.filter((service) => service !== 'EntraId').length

// A call that waited for its place and then had less time than this proves nothing.
const longEnoughMs = 4_000

/**
 * Gives each service places of its own, and each user a share of them: a service that hangs, fails or is slow takes
 * none of the others' time, and a user none of other users'.
 */
export function azureServices({ logger, telemetry = noTelemetry, now = Date.now }: Dependencies): AzureServices {
  const breaker = outageBreaker({
    now,
    onChange({ service, since }, answers) {
      const event = answers ? 'service-answers' : 'service-not-answering'
      logger[answers ? 'info' : 'error']({ event, service, since: new Date(since).toISOString() })
      telemetry.serviceAnswers(service, answers)
    },
  })
  const places = new Map(
    azureService.options.map((service) => [
      service,
      { ofUser: semaphores(callsOfUser, waitingOfUser), ofAll: semaphore(callsOfAll, waitingOfAll) },
    ]),
  )

  async function inPlace<T>({ service, user, waitMs }: ServiceCall, send: () => Promise<T>): Promise<T> {
    const place = places.get(service)
    if (place === undefined) throw new Error(`There are no places for ${service}`)
    const since = now()
    const waitsOn = () => Math.max(1, Math.min(waitMs - (now() - since), longestWaitOfAllMs))
    return place.ofUser(user)(() => place.ofAll(send, waitsOn()), waitMs)
  }

  async function sent<T>({ service, user, heardIn }: ServiceCall, send: () => Promise<T>): Promise<T> {
    const since = now()
    const hear = (heard: Heard) => {
      if (heard === 'answer') breaker.answered(service, user)
      else if (heard === 'noAnswer' && now() - since >= longEnoughMs) breaker.silent(service, user, since)
      telemetry.serviceCalled(service, heard)
    }
    try {
      const answer = await send()
      hear('answer')
      return answer
    } catch (error) {
      hear(heardIn(error))
      throw error
    }
  }

  return {
    async call(call, send) {
      const { service, user } = call
      try {
        const isTry = breaker.assertAnswers(service, user)
        return await inPlace(call, () => {
          if (!isTry) breaker.assertStillAnswers(service, user)
          return sent(call, send)
        })
      } catch (error) {
        if (!(error instanceof WaitedTooLong || error instanceof SemaphoreFull || error instanceof ServiceNotAnswering))
          throw error
        telemetry.serviceCalled(service, 'notSent')
        throw error instanceof WaitedTooLong ? new ServiceNotAnswering(service, undefined, { cause: error }) : error
      }
    },
    outages: () => breaker.outages(),
  }
}

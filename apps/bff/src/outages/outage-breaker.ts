import { azureService, type AzureService } from '@portal/portal-api'
import { circuits } from '../process/circuit-breakers.ts'
import { ServiceNotAnswering } from './service-not-answering.ts'

/** Calls in a row that a service left without an answer. */
interface Silence {
  /** when the first of them was sent; ms since 1970 */
  since: number
  /** whose they were, up to as many as open the circuit of all */
  users: ReadonlySet<string>
}

/** A service that left several calls in a row without an answer, whoever sent them. */
export interface Outage {
  service: AzureService
  /** when the first of these calls was sent; ms since 1970 */
  since: number
}

interface Dependencies {
  /** ms */
  now: () => number
  /** a service no longer answers, or answers again: called once for each */
  onChange: (outage: Outage, answers: boolean) => void
}

export interface OutageBreaker {
  /** Throws `ServiceNotAnswering` while the service is not called for this user; returns whether the call is a try. */
  assertAnswers(service: AzureService, user: string): boolean
  /** the same for a call that has waited for its place since */
  assertStillAnswers(service: AzureService, user: string): void
  /** the service has answered this user, with whatever */
  answered(service: AzureService, user: string): void
  /** a call of this user, sent at `since` (ms), was given up without an answer */
  silent(service: AzureService, user: string, since: number): void
  outages(): Outage[]
}

const silencesOfUser = 3
const silencesOfAll = 5
const usersOfAll = 3

/**
 * Stops calls to a service that does not answer: those of one user after three of theirs in a row, those of all users
 * after five in a row of three users, in both cases until an answer to one of them. So a query or a subscription that
 * is slow for one user stops nobody else: three users must wait in vain, and nobody get an answer meanwhile. One call
 * tries every 10 s. An outage is also reported if fewer users notice it.
 */
export function outageBreaker({ now, onChange }: Dependencies): OutageBreaker {
  const ofUsers = circuits<undefined>({ now, isOpen: ({ failures }) => failures >= silencesOfUser })
  const ofAll = circuits<Silence>({
    now,
    isOpen: ({ failures, last }) => failures >= silencesOfAll && last.users.size >= usersOfAll,
  })
  const ownKey = (service: AzureService, user: string) => `${service}:${user}`

  function assertStillAnswers(service: AzureService, user: string): void {
    const blocking = ofAll.blocked(service) ?? ofUsers.blocked(ownKey(service, user))
    if (blocking !== undefined) throw new ServiceNotAnswering(service, blocking.nextTry)
  }

  function outageOf(service: AzureService): Outage | undefined {
    const circuit = ofAll.get(service)
    return circuit && circuit.failures >= silencesOfAll ? { service, since: circuit.last.since } : undefined
  }

  return {
    assertAnswers(service, user) {
      assertStillAnswers(service, user)
      const isTryOfAll = ofAll.takeTry(service)
      return ofUsers.takeTry(ownKey(service, user)) || isTryOfAll
    },
    assertStillAnswers,
    answered(service, user) {
      const outage = outageOf(service)
      ofAll.close(service)
      ofUsers.close(ownKey(service, user))
      if (outage !== undefined) onChange(outage, true)
    },
    silent(service, user, since) {
      const before = ofAll.get(service)
      const users = new Set(before?.last.users)
      if (users.size < usersOfAll) users.add(user)
      ofUsers.fail(ownKey(service, user), undefined)
      ofAll.fail(service, { since: before?.last.since ?? since, users })
      const outage = outageOf(service)
      if (outage !== undefined && before?.failures === silencesOfAll - 1) onChange(outage, false)
    },
    outages: () => azureService.options.flatMap((service) => outageOf(service) ?? []),
  }
}

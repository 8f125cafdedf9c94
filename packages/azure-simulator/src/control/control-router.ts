import { EstateCopyRefused } from '@portal/arm/estate-copy'
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express'
import { activeDeployments } from '../arm/deployments/runs.ts'
import { ArmRefusal } from '../arm/errors.ts'
import { eventsOf } from '../arm/events/event-queue.ts'
import { callerOf, type TrustAt } from '../arm/gateway/bearer.ts'
import { assertNotAside } from '../arm/gateway/sandbox-quota.ts'
import { withinShare } from '../arm/gateway/work-share.ts'
import type { Caller } from '../arm/request.ts'
import { spentInAll } from '../budget/work-budget.ts'
import { isSystemClock, isUsualRate } from '../clock/clock.ts'
import { bodyText } from '../intake/body-text.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { SavedWorldRefused } from '../saved-worlds/saved-world-refused.ts'
import { openSavedWorld, savedWorldOf, savedWorldOfCopy, withTenant } from '../saved-worlds/saved-world.ts'
import type { Scenario } from '../scenario.ts'
import type { FrozenWorld, Tenant } from '../world.ts'
import { rehearsalOf } from './rehearsal.ts'
import { beginScenario, removedByScenario, scenarioOf, setKeyEnabled, setScenarioKey } from './scenario-acts.ts'

interface ControlOptions {
  trust: TrustAt
  isSandbox(tenant: Tenant): boolean
  /** advances the tenant's deployments to its time */
  settle(tenant: Tenant): void
  /** resets the tenant to its initial state */
  reset(tenant: Tenant): void
  /** what the tenant began as */
  worldOf(tenant: Tenant): FrozenWorld
  /** real time in milliseconds when the simulator was restarted because it did not answer */
  restartedAt: number | undefined
  /** real time */
  now(): number
}

/**
 * The demo's requests about its own world, with the caller's token for ARM and no API version; it is not part of Azure.
 * Every response is the resulting world: `GET` and `PATCH {rate}` of /simulator/world, `POST …/finish`, `…/reset`,
 * `…/advance {minutes}`. `GET /simulator/scenarios` lists the world's scenarios; `POST …/{id}/begin` puts back what an
 * earlier try changed, and `GET …/{id}/removed` the IDs of what it would delete; `…/disable-key` and `…/enable-key` do
 * that to its key.
 * `POST /simulator/world/key {id, enabled}` does it to any key, and `GET /simulator/world/rehearsal` is what was done.
 * `GET` of /simulator/world/saved is its state as a file, and `PUT` of such a file returns to that state, or is refused
 * with 400; `PUT {copy}` of /simulator/world/copy opens the text of a copied estate in the same way.
 */
export function controlRouter(options: ControlOptions): Router {
  const { trust, settle, reset, worldOf, now } = options
  const router = express.Router()
  // of refusals too
  router.use('/simulator', (_request, response, next) => {
    response.set('x-content-type-options', 'nosniff')
    next()
  })
  type Method = 'get' | 'patch' | 'post' | 'put'
  type Found = (tenant: Tenant, caller: Caller, sent: { body: unknown; name: string }) => object
  const answer = (method: Method, path: string, found: Found) => {
    const send = async (request: Request, response: Response) => {
      const { caller, tenant } = await callerOf(request.get('authorization'), trust(request))
      const text = await bodyText(request, response, method === 'put' ? largestWorld : 1024)
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      const name = String(request.params['name'] ?? '')
      response.set('cache-control', 'no-store').json(withinShare(tenant, () => found(tenant, caller, { body, name })))
    }
    router[method](`/simulator${path}`, (request, response, next) => {
      send(request, response).catch(next)
    })
  }
  const serve = (
    method: Method,
    path: string,
    act: (tenant: Tenant, sent: { body: unknown; name: string; caller: Caller }) => void,
  ) =>
    answer(method, path, (tenant, caller, sent) => {
      settle(tenant)
      act(tenant, { ...sent, caller })
      return present(tenant, caller, options)
    })
  serve('get', '/world', () => {})
  serve('patch', '/world', (tenant, { body }) => setRate(tenant, body))
  serve('post', '/world/finish', (tenant) => finishUnderWay(tenant, settle))
  serve('post', '/world/advance', (tenant, { body }) => {
    tenant.clock.advance(minutesOf(body) * 60_000)
    settle(tenant)
  })
  // Without advancing it first: whatever state it is in, this is the way out.
  answer('post', '/world/reset', (tenant, caller) => {
    takeUpAgain(tenant, now())
    reset(tenant)
    return present(tenant, caller, options)
  })
  serve('post', '/world/key', (tenant, { body, caller }) => {
    const { id, enabled } = keyIn(body)
    setKeyEnabled(tenant, id, { enabled, caller })
  })
  answer('get', '/world/rehearsal', (tenant) => {
    settle(tenant)
    assertNotAside(tenant)
    // As in a saved world: the ID of a sandbox's tenant is its only key.
    return withTenant(rehearsalOf(tenant), tenant.tenantId, worldOf(tenant).facts.tenantId)
  })
  answer('get', '/world/saved', (tenant) => {
    settle(tenant)
    assertNotAside(tenant)
    return savedWorldOf(tenant, worldOf(tenant))
  })
  answer('put', '/world/saved', (tenant, caller, { body: file }) => {
    takeUpAgain(tenant, now())
    openSavedWorld({ tenant, frozen: worldOf(tenant), settle }, file)
    return present(tenant, caller, options)
  })
  answer('put', '/world/copy', (tenant, caller, { body }) => {
    takeUpAgain(tenant, now())
    const frozen = worldOf(tenant)
    const text = isJsonObject(body) && typeof body['copy'] === 'string' ? body['copy'] : ''
    const { rate } = presentClock(tenant)
    openSavedWorld({ tenant, frozen, settle }, savedWorldOfCopy(text.split('\n'), frozen, rate))
    return present(tenant, caller, options)
  })
  answer('get', '/scenarios', ({ scenarios }) => ({ value: scenarios.map((scenario) => shown(scenario)) }))
  answer('get', '/scenarios/:name/removed', (tenant, _caller, { name }) => {
    settle(tenant)
    return { value: removedByScenario(tenant, scenarioOf(tenant, name), worldOf(tenant)) }
  })
  const ofScenario = (act: string, done: (tenant: Tenant, scenario: Scenario, caller: Caller) => void) =>
    serve('post', `/scenarios/:name/${act}`, (tenant, { name, caller }) =>
      done(tenant, scenarioOf(tenant, name), caller),
    )
  ofScenario('begin', (tenant, scenario) => beginScenario(tenant, scenario, worldOf(tenant)))
  ofScenario('disable-key', (tenant, scenario, caller) => setScenarioKey(tenant, scenario, { enabled: false, caller }))
  ofScenario('enable-key', (tenant, scenario, caller) => setScenarioKey(tenant, scenario, { enabled: true, caller }))
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    const refusal: unknown = refusalOf(error)
    if (!(refusal instanceof ArmRefusal)) return next(error)
    response.status(refusal.status).set(refusal.headers).json(refusal.body())
  }
  router.use('/simulator', onError)
  return router
}

function shown({ draft, ...scenario }: Scenario): JsonObject {
  const regions = draft?.regions.map((region) => ({ ...region }))
  return { ...scenario, ...(draft && regions && { draft: { ...draft, regions } }) }
}

// Twice what a sandbox may hold.
const largestWorld = 3 * 1024 ** 2

function refusalOf(error: unknown): unknown {
  if (error instanceof EstateCopyRefused) return invalidWorld(new SavedWorldRefused('', error.message))
  if (error instanceof SavedWorldRefused) return invalidWorld(error)
  return error instanceof SyntaxError || isTooLarge(error) ? invalidBody() : error
}

function invalidWorld({ message, isTooLarge }: SavedWorldRefused): ArmRefusal {
  return new ArmRefusal(400, { code: isTooLarge ? 'WorldTooLarge' : 'InvalidWorld', message })
}

function invalidBody(): ArmRefusal {
  return new ArmRefusal(400, { code: 'InvalidBody', message: 'The body is too large, or not JSON.' })
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413
}

function setRate({ clock }: Tenant, body: unknown): void {
  const rate = isJsonObject(body) ? body['rate'] : undefined
  if (typeof rate !== 'number' || !isUsualRate(rate)) throw invalidRate()
  if (!isSystemClock(clock))
    throw new ArmRefusal(409, { code: 'ManualClock', message: 'The clock of this world is moved by hand.' })
  clock.setRate(rate)
}

// A day at a time.
const mostMinutes = 1440

function minutesOf(body: unknown): number {
  const minutes = isJsonObject(body) ? body['minutes'] : undefined
  if (typeof minutes === 'number' && minutes > 0 && minutes <= mostMinutes) return minutes
  throw new ArmRefusal(400, {
    code: 'InvalidMinutes',
    message: `The body is {"minutes": n}, with a number 'n' up to ${mostMinutes}.`,
  })
}

function keyIn(body: unknown): { id: string; enabled: boolean } {
  const { id, enabled } = isJsonObject(body) ? body : {}
  if (typeof id === 'string' && typeof enabled === 'boolean') return { id, enabled }
  throw new ArmRefusal(400, { code: 'InvalidKey', message: 'The body is {"id": "...", "enabled": true or false}.' })
}

function invalidRate(): ArmRefusal {
  return new ArmRefusal(400, {
    code: 'InvalidRate',
    message: 'The body is {"rate": n}, with a number \'n\' from 1 to 1000.',
  })
}

/** Reopens a sandbox that was set aside. Throws 429 if that happened repeatedly and recently. */
function takeUpAgain({ setAside }: Tenant, now: number): void {
  if (setAside === undefined) return
  const seconds = Math.ceil((setAside.until - now) / 1000)
  if (seconds > 0)
    throw new ArmRefusal(
      429,
      { code: 'SandboxSetAside', message: `This sandbox can be used again in ${seconds} seconds.` },
      { 'retry-after': seconds.toString() },
    )
  setAside.isClosed = false
}

const mostEvents = 5

function presentClock({ clock }: Pick<Tenant, 'clock'>): { now: string; rate: number | null } {
  return { now: new Date(clock.now()).toISOString(), rate: isSystemClock(clock) ? clock.rate : null }
}

function present(tenant: Tenant, { objectId }: Caller, { isSandbox, restartedAt }: ControlOptions): JsonObject {
  const { tenantId, tenantName, users, clock, createdAt, setAside } = tenant
  return {
    tenantId,
    tenantName,
    me: objectId,
    people: users.map(({ id, userPrincipalName, displayName, jobTitle }) => ({
      objectId: id,
      userPrincipalName,
      displayName,
      jobTitle: { ...jobTitle },
    })),
    clock: presentClock({ clock }),
    startedAt: new Date(createdAt).toISOString(),
    underWay: countUnderWay(tenant),
    isSandbox: isSandbox(tenant),
    isSetAside: setAside?.isClosed === true,
    events: eventsOf(tenant.store)
      .filter(({ at }) => at <= clock.now())
      .slice(-mostEvents)
      .toReversed()
      .map(({ at, event: { eventType, subject } }) => ({ at: new Date(at).toISOString(), eventType, subject })),
    restartedAt: restartedAt === undefined ? null : new Date(restartedAt).toISOString(),
  }
}

/** How many operations, registrations and deployments Azure has accepted and not finished. */
function countUnderWay(tenant: Tenant): number {
  return unfinished(tenant).length + activeDeployments(tenant).length
}

function unfinished({ clock, operations, registrations }: Tenant): { endsAt: number }[] {
  const now = clock.now()
  return [...operations.values(), ...registrations.values()].filter(({ endsAt }) => now < endsAt)
}

// About as much as one other call can use.
const mostSteps = 1_000_000

/**
 * Moves the tenant's clock to the end of all that `countUnderWay` counts, and no further: the recycle bin keeps what it
 * has. `settle` advances its deployments to that time. If that is more work than one call can do, some remain in
 * progress.
 */
function finishUnderWay(tenant: Tenant, settle: (tenant: Tenant) => void): void {
  const most = spentInAll() + mostSteps
  settle(tenant)
  // The end of a deployment's step lets others start.
  for (let wait = timeLeft(tenant); wait > 0 && spentInAll() < most; wait = timeLeft(tenant)) {
    tenant.clock.advance(wait)
    settle(tenant)
  }
}

function timeLeft(tenant: Tenant): number {
  const steps = activeDeployments(tenant).flatMap(({ deployment }) => deployment.steps)
  return (
    [...unfinished(tenant), ...steps].reduce((last, { endsAt = 0 }) => Math.max(last, endsAt), 0) - tenant.clock.now()
  )
}

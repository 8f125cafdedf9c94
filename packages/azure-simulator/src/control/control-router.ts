import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express'
import { ArmRefusal } from '../arm/errors.ts'
import { callerOf, type TrustAt } from '../arm/gateway/bearer.ts'
import { withinShare } from '../arm/gateway/work-share.ts'
import type { Caller } from '../arm/request.ts'
import { isSystemClock, isUsualRate } from '../clock/clock.ts'
import { bodyText } from '../intake/body-text.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Tenant } from '../world.ts'
import { countUnderWay, finishUnderWay } from './finish-under-way.ts'

interface ControlOptions {
  trust: TrustAt
  isSandbox(tenant: Tenant): boolean
  /** advances the tenant's deployments to its time */
  settle(tenant: Tenant): void
  /** resets the tenant to its initial state */
  reset(tenant: Tenant): void
  /** real time in milliseconds when the simulator was restarted because it did not answer */
  restartedAt: number | undefined
  /** real time */
  now(): number
}

/**
 * The demo's requests about its own world, with the caller's token for ARM and no API version; it is not part of Azure.
 * Every response is the resulting world: `GET` and `PATCH {rate}` of /simulator/world, `POST …/finish`, `…/reset`. `GET
 * /simulator/scenarios` lists the world's scenarios.
 */
export function controlRouter(options: ControlOptions): Router {
  const { trust, settle, reset, now } = options
  const router = express.Router()
  const answer =
    (found: (tenant: Tenant, caller: Caller, body: unknown) => JsonObject): RequestHandler =>
    (request, response, next) => {
      const send = async () => {
        const { caller, tenant } = await callerOf(request.get('authorization'), trust(request))
        const text = await bodyText(request, response, 1024)
        const body: unknown = text === '' ? undefined : JSON.parse(text)
        response.set('cache-control', 'no-store').json(withinShare(tenant, () => found(tenant, caller, body)))
      }
      send().catch(next)
    }
  const serve = (act: (tenant: Tenant, body: unknown) => void) =>
    answer((tenant, caller, body) => {
      settle(tenant)
      act(tenant, body)
      return present(tenant, caller, options)
    })
  const path = '/simulator/world'
  router.get(
    path,
    serve(() => {}),
  )
  router.patch(path, serve(setRate))
  router.post(
    `${path}/finish`,
    serve((tenant) => finishUnderWay(tenant, settle)),
  )
  router.post(
    `${path}/reset`,
    serve((tenant) => {
      takeUpAgain(tenant, now())
      reset(tenant)
    }),
  )
  router.get(
    '/simulator/scenarios',
    answer(({ scenarios }) => ({ value: scenarios.map((scenario) => ({ ...scenario })) })),
  )
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    const refusal: unknown = error instanceof SyntaxError || isTooLarge(error) ? invalidRate() : error
    if (!(refusal instanceof ArmRefusal)) return next(error)
    response.status(refusal.status).set(refusal.headers).json(refusal.body())
  }
  router.use('/simulator', onError)
  return router
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
    clock: { now: new Date(clock.now()).toISOString(), rate: isSystemClock(clock) ? clock.rate : null },
    startedAt: new Date(createdAt).toISOString(),
    underWay: countUnderWay(tenant),
    isSandbox: isSandbox(tenant),
    isSetAside: setAside?.isClosed === true,
    restartedAt: restartedAt === undefined ? null : new Date(restartedAt).toISOString(),
  }
}

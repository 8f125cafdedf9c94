import { changesNothing, readsLeftHeader, type Endpoint } from '@portal/portal-api'
import type { Request, RequestHandler, Response } from 'express'
import * as z from 'zod/mini'
import { TokenRefused, type Caller, type CallerVerifier } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { ArmRefusal, OtherTenantRefusal } from '../azure/arm/arm-reply.ts'
import type { azureClients, AzureSession } from '../azure/arm/clients.ts'
import type { ConcurrentRequests } from '../http/concurrent-requests.ts'
import { originOf } from '../http/own-origin.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { bodyReader, smallBody } from '../http/read-body.ts'
import { logAnswered } from '../http/refusal-log.ts'
import { acceptsUnchanged } from '../http/schema-check.ts'
import { assertAllowed, type Operators } from '../operators/operators.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import type { AuditLog } from '../telemetry/audit/audit-log.ts'
import { diskEncryptionSetsIn, writeRecordOf } from '../telemetry/audit/write-record.ts'
import type { SummedLines } from '../telemetry/summed-lines.ts'
import { traceOf, type ArmCall } from '../telemetry/trace.ts'

/** What a handler gets besides its input. */
export interface Context extends Required<AzureSession> {
  /** the requests to Azure so far, of all attempts */
  calls: readonly ArmCall[]
  /** the portal's address in browsers */
  origin: string
}

/** An endpoint with what answers it, ready for the router. */
export interface Route {
  endpoint: Endpoint<z.ZodMiniType, z.ZodMiniType>
  handle: (request: Request, response: Response, gate: Gate) => Promise<void>
}

/** How a request becomes a caller with their Azure. */
export interface Gate {
  callers: CallerVerifier
  tokens: OnBehalfOf
  azureFor: ReturnType<typeof azureClients>
  limits: RateLimits
  atOnce: ConcurrentRequests
  operators: Operators
  audit: AuditLog
  lines: SummedLines
  /** without it, the host of each request */
  publicOrigin?: string | undefined
}

/**
 * The caller of a route that accepts anyone: a signed-in user and their request, or someone whose token is rejected,
 * and the reason.
 */
export type Visit<Input> = { input: Input; context: Context } | { refusal: TokenRefused | SignInServiceUnavailable }

// of 250 that ARM refills at 25 a second
const fewReads = 25

/** A write without an answer of its own answers `{}`. */
type Nothing<Output extends z.ZodMiniType> = Record<string, never> extends z.input<Output> ? void : never

/**
 * Answers `endpoint` for a signed-in user. The endpoint's schema parses the input strictly, and its response schema the
 * output, so nothing else can get out. A handler throws; it never writes an error.
 */
export function route<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  handler: (input: z.output<Input>, context: Context) => Promise<z.input<Output> | Nothing<Output>>,
): Route {
  const readBody = bodyReader(endpoint.largestRequest ?? smallBody.bytes)
  return {
    endpoint,
    async handle(request, response, gate) {
      const { callers, tokens, atOnce } = gate
      // before the body: it is read only for the portal's users
      const caller = await callers.callerOf(request.get('authorization'))
      const context = await admitted({ request, response, caller }, endpoint, gate)
      if (endpoint.method !== 'GET') await atOnce.whileReading(response, () => readBody(request, response))
      atOnce.untilClosed(response)
      const input = inputOf(endpoint, request)
      const trace = traceOf(response)
      if (!changesNothing(endpoint)) gate.audit.begun(trace, endpoint.method, writeRecordOf(input))
      try {
        const answer = (await handler(input, context)) ?? {}
        gate.audit.ended(trace, 'accepted')
        send(response, checked(endpoint, answer))
      } catch (error) {
        // ARM no longer accepts the user's token: cached data of this user is not trusted anymore
        if (error instanceof ArmRefusal && error.status === 401 && !(error instanceof OtherTenantRefusal)) {
          callers.forget(caller)
          await tokens.forgetUser(caller)
        }
        throw error
      }
    },
  }
}

/**
 * Answers `endpoint` also if the token is rejected: the body is then not read, and the rejection is logged as
 * everywhere. The handler logs failures that it answered anyway.
 */
export function routeForAnybody<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  handler: (visit: Visit<z.output<Input>>, onFailure: (error: unknown) => void) => Promise<z.input<Output>>,
): Route {
  const readBody = bodyReader(smallBody.bytes)
  return {
    endpoint,
    async handle(request, response, gate) {
      const onFailure = (error: unknown) => logAnswered(gate.lines, error, traceOf(response))
      const caller = await gate.callers.callerOf(request.get('authorization')).catch(asRefusal)
      if (caller instanceof Error) {
        onFailure(caller)
        gate.atOnce.untilClosed(response)
        send(response, checked(endpoint, await handler({ refusal: caller }, onFailure)))
        return
      }
      const context = await admitted({ request, response, caller }, endpoint, gate)
      await gate.atOnce.whileReading(response, () => readBody(request, response))
      gate.atOnce.untilClosed(response)
      const visit = { input: inputOf(endpoint, request), context }
      send(response, checked(endpoint, await handler(visit, onFailure)))
    },
  }
}

function asRefusal(error: unknown): TokenRefused | SignInServiceUnavailable {
  if (error instanceof TokenRefused || error instanceof SignInServiceUnavailable) return error
  throw error
}

interface Asked {
  request: Request
  response: Response
  caller: Caller
}

/**
 * The caller's Azure, after the checks that they are not blocked and have not exceeded their limits. Throws
 * `RequestRefused`.
 */
async function admitted(
  { request, response, caller }: Asked,
  endpoint: Endpoint<z.ZodMiniType, z.ZodMiniType>,
  { azureFor, limits, operators, publicOrigin }: Gate,
): Promise<Context> {
  const trace = traceOf(response)
  trace.caller = caller
  assertAllowed(operators, caller, endpoint)
  const { method, onlyReads } = endpoint
  await limits.assertRoomForUser(trace, { writes: method !== 'GET' && !onlyReads })
  const onCall = (call: ArmCall) => {
    trace.calls.push(call)
    const { readsLeft = Infinity } = call
    if (readsLeft < fewReads && !response.headersSent) response.setHeader(readsLeftHeader, String(readsLeft))
  }
  return {
    caller,
    calls: trace.calls,
    origin: publicOrigin ?? originOf(request),
    azure: azureFor({ caller, correlationId: trace.correlationId, onCall }),
    noteBefore(resource) {
      if (trace.write) trace.write.setsBefore = diskEncryptionSetsIn(resource)
    },
  }
}

/** Answers `endpoint` for anyone. */
export function publicRoute<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  handler: () => z.input<Output>,
): Route {
  return {
    endpoint,
    handle(request, response) {
      inputOf(endpoint, request)
      send(response, checked(endpoint, handler()))
      return Promise.resolve()
    },
  }
}

/**
 * The routes at their paths; other methods of a path are rejected by name, other paths are left to later handlers. Not
 * Express's own router: no path has parameters, and it would try one pattern of a hundred after the other.
 */
export function routerOf(routes: readonly Route[], gate: Gate): RequestHandler {
  const byPath: ReadonlyMap<string, Route[]> = Map.groupBy(routes, ({ endpoint }) => endpoint.path)
  return async (request, response, next) => {
    const { path } = request
    const here = byPath.get(path)
    if (here === undefined) return next()
    traceOf(response).route = path
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const found = here.find(({ endpoint }) => endpoint.method === method)
    if (found === undefined) {
      const methods = here.map(({ endpoint }) => endpoint.method).join(', ')
      throw new RequestRefused('MethodNotAllowed', `${path} takes ${methods}`, { headers: { Allow: methods } })
    }
    await found.handle(request, response, gate)
  }
}

function inputOf<Input extends z.ZodMiniType>(
  endpoint: Endpoint<Input, z.ZodMiniType>,
  request: Request,
): z.output<Input> {
  const parsed = z.safeParse(endpoint.request, endpoint.method === 'GET' ? request.query : (request.body ?? {}))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code)
  throw new RequestRefused('InvalidRequest', `Not as expected: ${where.join(', ')}`, { cause: parsed.error })
}

/** An answer as the endpoint's schema lets it out. Throws if it does not fit. */
function checked(endpoint: Pick<Route['endpoint'], 'response'>, answer: unknown): unknown {
  return acceptsUnchanged(endpoint.response)(answer) ? answer : z.parse(endpoint.response, answer)
}

function send(response: Response, body: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(body))
}

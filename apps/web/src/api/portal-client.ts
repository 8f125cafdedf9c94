import {
  configurationPath,
  type Configuration,
  type Endpoint,
  type RequestOf,
  type ResponseOf,
} from '@portal/portal-api'
import type * as z from 'zod/mini'
import { getAccessToken, heldAccessToken, SignInNeeded } from '../auth/authentication.ts'
import { ClaimsChallenge, NetworkFailure, PortalProblem, ReplyUnreadable } from './failures.ts'
import { noticeReadsLeft } from './poll-interval.ts'
import { noticeReadOnly } from './read-only.ts'

type AnyEndpoint = Endpoint<z.ZodMiniType, z.ZodMiniType>

// Longer than the server's own limits (20 s for a read, 65 s for a write and a look after it), so that its answer wins.
const timeoutMs = { GET: 40_000, PUT: 110_000, POST: 110_000, DELETE: 110_000 }

/**
 * The only way to the portal's server. Sends `input`, checked against the endpoint's request, and returns the answer,
 * checked against its response; of the active account, unless `accountKey` names another. Throws `PortalProblem`,
 * `NetworkFailure`, `ReplyUnreadable`, `ClaimsChallenge`, `SignInNeeded` or `TokenUnavailable`; an aborted `signal`
 * throws its reason.
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: RequestOf<E>,
  { signal, accountKey }: { signal?: AbortSignal; accountKey?: string } = {},
): Promise<ResponseOf<E>> {
  const correlationId = crypto.randomUUID()
  const attempt = async (claims?: string) => {
    // At once if it can be: what waits is sent only after the page that React builds meanwhile.
    const known = claims === undefined ? heldAccessToken(accountKey) : undefined
    const token = known ?? (await tokenFor(endpoint, { claims, accountKey }))
    return send(endpoint, endpoint.request.parse(input), { token, correlationId, signal })
  }
  const first = await attempt()
  const claims = claimsOf(first)
  if (claims === undefined) return read(endpoint, first, { correlationId, signal })
  // The refresh token might be enough. A challenged request was not carried out, so it is sent once more.
  const second = await attempt(claims).catch((error: unknown) => {
    throw error instanceof SignInNeeded ? new ClaimsChallenge(claims) : error
  })
  const asked = claimsOf(second)
  if (asked !== undefined) throw new ClaimsChallenge(asked)
  return read(endpoint, second, { correlationId, signal })
}

/**
 * What the browser needs before anyone has signed in. It is asked for at once; the schema that checks the answer is not
 * part of the first page, and is loaded meanwhile. Throws as `call` does.
 */
export async function readConfiguration(): Promise<Configuration> {
  const correlationId = crypto.randomUUID()
  const signal = undefined
  const [answer, { getConfiguration }] = await Promise.all([
    send({ method: 'GET', path: configurationPath }, {}, { token: undefined, correlationId, signal }),
    import('./endpoints-of-frame.ts'),
  ])
  return read(getConfiguration, answer, { correlationId, signal })
}

async function tokenFor(
  { forAnybody }: AnyEndpoint,
  { claims, accountKey }: { claims: string | undefined; accountKey: string | undefined },
): Promise<string | undefined> {
  const token = getAccessToken(claims, accountKey)
  // The page asks for the reason there.
  return forAnybody ? token.catch(() => undefined) : token
}

interface Sending {
  token: string | undefined
  correlationId: string
  signal: AbortSignal | undefined
}

async function send(
  endpoint: Pick<AnyEndpoint, 'method' | 'path'>,
  request: unknown,
  { token, correlationId, signal }: Sending,
): Promise<Response> {
  const isRead = endpoint.method === 'GET'
  const headers = new Headers({ accept: 'application/json', 'x-correlation-id': correlationId })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (!isRead) headers.set('content-type', 'application/json')
  const timeout = AbortSignal.timeout(timeoutMs[endpoint.method])
  try {
    const response = await fetch(isRead ? `${endpoint.path}${queryString(request)}` : endpoint.path, {
      method: endpoint.method,
      headers,
      body: isRead ? null : JSON.stringify(request),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    })
    noticeReadsLeft(response)
    noticeReadOnly(response)
    return response
  } catch (error) {
    signal?.throwIfAborted()
    throw new NetworkFailure(correlationId, error)
  }
}

function queryString(request: unknown): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request ?? {})) if (value !== undefined) query.set(name, String(value))
  return query.size === 0 ? '' : `?${query}`
}

async function read<E extends AnyEndpoint>(
  endpoint: E,
  response: Response,
  { correlationId, signal }: Pick<Sending, 'correlationId' | 'signal'>,
): Promise<ResponseOf<E>> {
  const body: unknown = await response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) throw new ReplyUnreadable(response.status, correlationId, error)
    signal?.throwIfAborted()
    throw new NetworkFailure(correlationId, error) // broken off in the middle
  })
  if (!response.ok) {
    // Not part of the first page, which seldom needs it.
    const { parsedProblem } = await import('./problem/parsed-problem.ts').catch((error: unknown) => {
      throw new ReplyUnreadable(response.status, correlationId, error)
    })
    const parsed = parsedProblem(body)
    if (parsed.success) throw new PortalProblem(parsed.data)
    throw new ReplyUnreadable(response.status, correlationId, parsed.error)
  }
  const parsed = endpoint.response.safeParse(body)
  if (!parsed.success) throw new ReplyUnreadable(response.status, correlationId, parsed.error)
  // The schema of this very endpoint has just accepted it, which the compiler cannot follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return parsed.data as ResponseOf<E>
}

/**
 * The claims (JSON) that a 401 response requires from the user, or undefined: another response, or one without claims.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsOf(response: Response): string | undefined {
  const challenge = response.headers.get('www-authenticate')
  if (response.status !== 401 || !challenge) return undefined
  if (!/\berror="insufficient_claims"/.test(challenge)) return undefined
  const encoded = /\bclaims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1]
  if (encoded === undefined) return undefined
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    JSON.parse(claims)
    return claims
  } catch {
    return undefined
  }
}

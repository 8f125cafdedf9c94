import { createHash, randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import {
  contoso,
  deepFreeze,
  manualClock,
  startAzureSimulator,
  type AzureSimulator,
  type ManualClock,
  type SimulatorOptions,
  type World,
} from '@portal/azure-simulator'
import { problem, type Problem } from '@portal/portal-api'
import { exportJWK, generateKeyPair } from 'jose'
import { startDemo, type DemoOptions } from '../demo.ts'
import type { RequestsPerSecond } from '../http/rate-limits.ts'
import { auditLog } from '../telemetry/audit/audit-log.ts'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'

/** The portal's server on its own simulator, as a test uses it: over HTTP, signed in as people of Contoso. */
export interface TestPortal {
  url: string
  azure: AzureSimulator
  clock: ManualClock
  /** every line that was logged */
  log: string[]
  /** every line about a write */
  audit: string[]
  /** the portal for that user, signed in over HTTP like a browser; the second factor satisfies `claims` */
  as(userPrincipalName: string, claims?: string): Promise<SignedIn>
  /** the same in another tenant, where that user might be a guest */
  asIn(tenantId: string, userPrincipalName: string): Promise<SignedIn>
  close(): Promise<void>
}

export interface SignedIn {
  token: string
  get(path: string, query?: Record<string, string>): Promise<Reply>
  send(method: 'PUT' | 'POST' | 'DELETE', path: string, body: unknown): Promise<Reply>
}

export interface Reply {
  status: number
  headers: Headers
  body: unknown
  /** the body as a problem; throws if it is not one */
  problem(): Problem
}

/** Of all simulators of this process: creating one takes longer than most tests. */
const signingKey = generateKeyPair('RS256', { extractable: true }).then(({ privateKey }) => exportJWK(privateKey))

const start = '2026-11-24T10:00:00Z'
/** Frozen, so that all simulators of this process can start from it without a copy. */
const usualWorld = deepFreeze(contoso({ now: Date.parse(start) }))

/** A test has no request limits. */
export const noLimits: RequestsPerSecond = { address: Infinity, user: Infinity, userWrites: Infinity }

interface TestPortalOptions extends Pick<
  DemoOptions,
  | 'trustProxy'
  | 'requestsPerSecond'
  | 'exchangesPerMinute'
  | 'telemetry'
  | 'tenantIds'
  | 'operators'
  | 'deletionsNeedSecondPerson'
> {
  webRoot?: string
  /** Azure's request limits; by default there are none */
  throttling?: SimulatorOptions['throttling']
  world?: World
  /** tenants besides that of the world */
  partners?: World[]
}

export async function startTestPortal({
  world = usualWorld,
  partners = [],
  throttling = 'off',
  ...options
}: TestPortalOptions = {}): Promise<TestPortal> {
  const clock = manualClock(start)
  const azure = await startAzureSimulator({
    clock,
    throttling,
    partners,
    recordsBodies: true,
    signingKey: await signingKey,
    world,
  })
  const log: string[] = []
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) })
  const audit: string[] = []
  const onAudit = (line: string) => void audit.push(line)
  const demo = await startDemo({
    audit: auditLog(options.telemetry ?? noTelemetry, { record: onAudit, keep: onAudit }),
    requestsPerSecond: noLimits,
    exchangesPerMinute: Infinity,
    ...options,
    port: 0,
    simulator: azure,
    logger,
    webRoot: options.webRoot ?? null,
  })
  const withToken = (token: string): SignedIn => {
    const headers = { authorization: `Bearer ${token}` }
    return {
      token,
      get: (path, query = {}) => ask(`${demo.url}${path}?${new URLSearchParams(query).toString()}`, { headers }),
      send: (method, path, body) =>
        ask(`${demo.url}${path}`, {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    }
  }
  return {
    url: demo.url,
    azure,
    clock,
    log,
    audit,
    as: async (userPrincipalName, claims) => withToken(await signInByHttp(azure, userPrincipalName, claims)),
    asIn: async (tenantId, userPrincipalName) =>
      withToken(await signInByHttp({ ...azure, tenantId }, userPrincipalName)),
    async close() {
      await demo.close()
      await azure.close()
    },
  }
}

type Asking = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

/** One request to the portal, with its response read; according to its headers, sent by a page of the portal. */
export async function ask(url: string, init: Asking = {}): Promise<Reply> {
  const response = await fetch(url, { ...init, headers: { origin: new URL(url).origin, ...init.headers } })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body: unknown = isJson ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body, problem: () => problem.parse(body) }
}

/** Sends bytes unchanged and returns the response until the other side closes the connection. */
export function raw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString('utf8')))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

const redirectUri = 'http://localhost:4280/auth/redirect.html'

/** An access token of that user: authorization code with PKCE, the sign-in page answered as a browser would. */
export async function signInByHttp(
  azure: Pick<AzureSimulator, 'applications' | 'entra' | 'tenantId'>,
  userPrincipalName: string,
  claims?: string,
): Promise<string> {
  const { portal, api } = azure.applications
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: portal.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: redirectUri,
    scope: `${api.scope} openid profile offline_access`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    claims: claims ?? '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
  })
  const at = (endpoint: string) => endpoint.replace('{tenantid}', azure.tenantId)
  const cookies = new Map<string, string>()
  let page = await visit(`${at(azure.entra.authorizationEndpoint)}?${query.toString()}`, cookies)
  page = await post(page, { user: tileOf(await page.text(), userPrincipalName) }, cookies)
  if (page.status === 200) page = await post(page, { approve: '1' }, cookies)
  const code = new URLSearchParams(new URL(page.headers.get('location') ?? '').hash.slice(1)).get('code') ?? ''
  const answer = await fetch(at(azure.entra.tokenEndpoint), {
    method: 'POST',
    headers: { origin: new URL(redirectUri).origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: portal.clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope: api.scope,
    }),
  })
  const body: unknown = await answer.json()
  if (typeof body === 'object' && body !== null && 'access_token' in body && typeof body.access_token === 'string')
    return body.access_token
  throw new Error(`${userPrincipalName} could not be signed in: ${JSON.stringify(body)}`)
}

interface Page {
  origin: string
  status: number
  headers: Headers
  text(): Promise<string>
}

async function visit(url: string, cookies: Map<string, string>, form?: Record<string, string>): Promise<Page> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    headers: { cookie, origin: new URL(url).origin },
    redirect: 'manual',
  })
  for (const set of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    cookies.set(name, value)
  }
  const text = await response.text()
  return {
    origin: new URL(url).origin,
    status: response.status,
    headers: response.headers,
    text: () => Promise.resolve(text),
  }
}

async function post(page: Page, form: Record<string, string>, cookies: Map<string, string>): Promise<Page> {
  const html = await page.text()
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? ''
  const transaction = /name="transaction" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return visit(`${page.origin}${action}`, cookies, { transaction, ...form })
}

function tileOf(html: string, userPrincipalName: string): string {
  const tile = html.split('<li>').find((item) => item.includes(userPrincipalName))
  return /name="user" value="([^"]+)"/.exec(tile ?? '')?.[1] ?? ''
}

import { createHash, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { manualClock, type ManualClock } from '../clock/clock.ts'
import { isJsonObject, textAt, type Json, type JsonObject } from '../json.ts'
import { startAzureSimulator, type AzureSimulator, type SimulatorOptions } from '../simulator.ts'
import type { Tenant } from '../world.ts'

/** A reply as a client sees it. */
export interface Answer {
  status: number
  headers: Headers
  /** {} if there was none */
  body: JsonObject
  /** the body as it came */
  text: string
}

/** What a client needs to know about a simulator, in this process or in another. */
export interface ReachedSimulator extends Pick<AzureSimulator, 'url' | 'tenantId' | 'entra' | 'applications'> {
  world: Pick<Tenant, 'users' | 'subscriptions' | 'servicePrincipals'>
}

/** The text of a body at `key`; '' if there is none. */
export function textOf(body: JsonObject, key: string): string {
  return textAt(body, key) ?? ''
}

/** ARM as one user calls it. */
export type Arm = (method: string, path: string, body?: Json) => Promise<Answer>

/** A separate simulator for one test; it closes when the block ends: `await using azure = await startedAzure()`. */
export interface StartedAzure extends AsyncDisposable {
  simulator: AzureSimulator
  clock: ManualClock
  production: string
  development: string
  /** the id of a resource of Compute in Production's group */
  compute(path: string): string
  /** ARM in the name of the user of that first name */
  as(firstName: string, claims?: string): Promise<Arm>
  /** ARM in the name of the program that owns Production */
  asOwner(): Promise<Arm>
}

export const redirectUri = 'http://localhost:4280/auth/redirect.html'
export const portalOrigin = 'http://localhost:4280'

/** A private key; creating one takes longer than most tests. */
export async function aSigningKey(): Promise<JWK> {
  return exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)
}

const sharedKey = aSigningKey()

/** Starts one, by default with its clock stopped at 1 December 2025. */
export async function startedAzure(options: Omit<SimulatorOptions, 'clock'> = {}): Promise<StartedAzure> {
  const clock = manualClock('2025-12-01T12:00:00Z')
  const signingKey = options.signingKey ?? (await sharedKey)
  const simulator = await startAzureSimulator({ recordsBodies: true, ...options, signingKey, clock })
  const [production = '', development = ''] = simulator.world.subscriptions.map(({ subscriptionId }) => subscriptionId)
  return {
    simulator,
    clock,
    production,
    development,
    compute: (path) =>
      `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/${path}`,
    async as(firstName, claims) {
      const token = await armToken(simulator, firstName, claims)
      return (method, path, body) => call(simulator, { method, path, token, ...(body !== undefined && { body }) })
    },
    async asOwner() {
      const token = await programToken(simulator, 'https://management.azure.com/.default')
      return (method, path, body) => call(simulator, { method, path, token, ...(body !== undefined && { body }) })
    },
    [Symbol.asyncDispose]: () => simulator.close(),
  }
}

/** A token of the program that owns Production. */
export async function programToken(simulator: ReachedSimulator, scope: string): Promise<string> {
  const program = simulator.world.servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')
  const form = {
    grant_type: 'client_credentials',
    client_id: program?.clientId ?? '',
    client_secret: program?.clientSecret ?? '',
    scope,
  }
  return textOf((await postToken(simulator, form, {})).body, 'access_token')
}

/** One request to ARM; `path` can be absolute, and gets an API version if it has none. */
export async function call(
  simulator: ReachedSimulator,
  request: { method: string; path: string; token?: string; body?: Json },
): Promise<Answer> {
  const url = new URL(request.path, simulator.url)
  if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', '2025-12-03')
  const response = await fetch(url, {
    method: request.method,
    headers: {
      'content-type': 'application/json',
      ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  })
  const text = await response.text()
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: isJsonObject(parsed) ? parsed : {}, text }
}

/** The parameters of an authorize request as MSAL sends them, and the verifier that redeems its code. */
export function authorizeRequest(
  simulator: ReachedSimulator,
  more: Record<string, string> = {},
): { url: string; verifier: string } {
  const verifier = randomBytes(32).toString('base64url')
  const url = new URL(simulator.entra.authorizationEndpoint.replace('{tenantid}', 'organizations'))
  const parameters = {
    client_id: simulator.applications.portal.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: redirectUri,
    scope: `openid profile offline_access ${simulator.applications.api.scope}`,
    state: 'the-state',
    nonce: 'the-nonce',
    client_info: '1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { url: url.href, verifier }
}

/** A browser with cookies and no scripts: it opens pages and selects their buttons. */
export interface Browser {
  open(url: string): Promise<Response>
  /** posts the form of the last page; `button` is the name and value of the selected one */
  press(button: Record<string, string>): Promise<Response>
  /** text of the page shown last */
  page(): string
}

export function aBrowser(simulator: ReachedSimulator): Browser {
  const cookies = new Map<string, string>()
  let shown = ''
  const request = async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(url, simulator.url), {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en' },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    shown = await response.text()
    return response
  }
  return {
    open: (url) => request(url),
    press(button) {
      const action = /<form method="post" action="([^"]+)"/.exec(shown)?.[1] ?? '/no-form'
      const transaction = /name="transaction" value="([^"]+)"/.exec(shown)?.[1] ?? ''
      return request(action, { method: 'POST', body: new URLSearchParams({ transaction, ...button }) })
    },
    page: () => shown,
  }
}

/** What came back to the application in the fragment of its redirect URI. */
export function fragmentOf(response: Response): Record<string, string> {
  const location = response.headers.get('location') ?? ''
  return Object.fromEntries(new URLSearchParams(new URL(location).hash.slice(1)))
}

/** POST to the token endpoint, by default as a page of the portal. */
export async function postToken(
  simulator: ReachedSimulator,
  form: Record<string, string>,
  headers: Record<string, string> = { origin: portalOrigin },
): Promise<Answer> {
  const url = simulator.entra.tokenEndpoint.replace('{tenantid}', simulator.tenantId)
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) })
  const text = await response.text()
  const body: unknown = JSON.parse(text)
  return { status: response.status, headers: response.headers, body: isJsonObject(body) ? body : {}, text }
}

/**
 * Signs the user in on Entra's pages and redeems the code: the portal's tokens. `claims` can request c1, which is
 * approved.
 */
export async function portalTokens(
  simulator: ReachedSimulator,
  firstName: string,
  claims?: string,
): Promise<JsonObject> {
  const browser = aBrowser(simulator)
  const { url, verifier } = authorizeRequest(simulator, claims === undefined ? {} : { claims })
  await browser.open(url)
  const user = simulator.world.users.find(({ displayName }) => displayName.startsWith(firstName))
  let response = await browser.press({ user: user?.id ?? '' })
  if (browser.page().includes('name="approve"')) response = await browser.press({ approve: '1' })
  const code = fragmentOf(response)['code'] ?? ''
  const { body } = await postToken(simulator, redemption(simulator, { code, verifier }))
  return body
}

/** The form that redeems a code. */
export function redemption(
  simulator: ReachedSimulator,
  { code, verifier }: { code: string; verifier: string },
): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    client_id: simulator.applications.portal.clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    client_info: '1',
  }
}

/** The form that exchanges an assertion for a token for ARM. */
export function exchange(simulator: ReachedSimulator, assertion: string): Record<string, string> {
  const { clientId, clientSecret } = simulator.applications.api
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: clientId,
    client_secret: clientSecret,
    assertion,
    requested_token_use: 'on_behalf_of',
    scope: 'https://management.azure.com/.default openid profile offline_access',
    client_info: '1',
  }
}

/** The whole way of a token: sign-in, code, On-Behalf-Of. */
export async function armToken(simulator: ReachedSimulator, firstName: string, claims?: string): Promise<string> {
  const assertion = textOf(await portalTokens(simulator, firstName, claims), 'access_token')
  const { body } = await postToken(simulator, exchange(simulator, assertion), {})
  return textOf(body, 'access_token')
}

/** `claims` that require the authentication context c1, in the words of ARM's challenge. */
export const secondFactorClaims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } })

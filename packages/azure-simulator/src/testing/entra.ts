import type { JsonObject } from '../json.ts'
import type { AzureSimulator } from '../simulator.ts'
import { aBrowser, authorizeRequest, fragmentOf, postToken, redemption, type Answer, type Browser } from './azure.ts'
import type { Registered, RegisteredPortal } from './graph.ts'

/** A user who visits a registered application. */
export interface Arrival {
  client: Pick<Registered, 'appId'>
  scope: string
  firstName?: string
  /** by default that of the simulator's world */
  tenantId?: string
  browser?: Browser
  /** more of the authorize request, for example `prompt` */
  parameters?: Record<string, string>
}

/** The result: the last page or redirect, and what redeems a code. */
export interface Arrived {
  response: Response
  browser: Browser
  verifier: string
}

/** Opens the authorize request and picks an account, if the page asks for one. */
export async function arriving(simulator: AzureSimulator, arrival: Arrival): Promise<Arrived> {
  const { client, scope, firstName = 'Ada', tenantId = simulator.tenantId, parameters = {} } = arrival
  const browser = arrival.browser ?? aBrowser(simulator)
  const { url, verifier } = authorizeRequest(simulator, {
    client_id: client.appId,
    scope: `openid profile offline_access ${scope}`,
    ...parameters,
  })
  const response = await browser.open(url.replace('/organizations/', `/${tenantId}/`))
  const users = simulator.tenants.get(tenantId)?.users ?? []
  const user = users.find(({ displayName }) => displayName.startsWith(firstName))
  const choosing = browser.page().includes('name="user"')
  return { response: choosing ? await browser.press({ user: user?.id ?? '' }) : response, browser, verifier }
}

/** The tokens for the code from a sign-in. */
export function redeeming(
  simulator: AzureSimulator,
  { client, tenantId = simulator.tenantId }: Pick<Arrival, 'client' | 'tenantId'>,
  { response, verifier }: Pick<Arrived, 'response' | 'verifier'>,
): Promise<Answer> {
  const { code = '' } = fragmentOf(response)
  const form = { ...redemption(simulator, { code, verifier }), client_id: client.appId }
  return postToken({ ...simulator, tenantId }, form)
}

/** The answer to an exchange of `assertion` for a token of `scope`, with the API's `credential`. */
export function exchanging(
  simulator: AzureSimulator,
  { api }: Pick<RegisteredPortal, 'api'>,
  { assertion, scope = 'https://management.azure.com/.default', credential }: Exchange,
): Promise<Answer> {
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: api.appId,
    assertion,
    requested_token_use: 'on_behalf_of',
    scope,
    ...credential,
  }
  return postToken(simulator, form, {})
}

interface Exchange {
  assertion: string
  scope?: string
  /** `client_secret`, or a `client_assertion` with its type */
  credential: Record<string, string>
}

/** The AADSTS number of a refused token request, or undefined. */
export function refusedWith({ body }: { body: JsonObject }): unknown {
  return Array.isArray(body['error_codes']) ? body['error_codes'][0] : undefined
}

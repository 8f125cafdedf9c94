import { decodeJwt } from 'jose'
import { isJsonObject, type JsonObject } from '../json.ts'
import {
  aBrowser,
  authorizeRequest,
  call,
  exchange,
  fragmentOf,
  portalOrigin,
  redemption,
  textOf,
  type Arm,
  type Browser,
  type ReachedSimulator,
} from './azure.ts'

/** Somebody signed in from a browser: in the browser's own sandbox, if the simulator has sandboxes. */
export interface Visitor {
  tenantId: string
  /** the tokens of the portal */
  tokens: JsonObject
  armToken: string
  arm: Arm
}

/** Signs the user of that first name in from `browser`, by way of the page or straight, as Entra has it. */
export async function aVisitor(
  simulator: ReachedSimulator,
  { firstName = 'Ada', browser = aBrowser(simulator) }: { firstName?: string; browser?: Browser } = {},
): Promise<Visitor> {
  const { url, verifier } = authorizeRequest(simulator)
  const user = simulator.world.users.find(({ displayName }) => displayName.startsWith(firstName))
  let response = await browser.open(url)
  if (response.status === 200) response = await browser.press({ user: user?.id ?? '' })
  const code = fragmentOf(response)['code'] ?? ''
  const tokens = await postForm(simulator, redemption(simulator, { code, verifier }))
  const assertion = textOf(tokens, 'access_token')
  const armToken = textOf(await postForm(simulator, exchange(simulator, assertion)), 'access_token')
  return { tenantId: String(decodeJwt(armToken)['tid']), tokens, armToken, arm: armWith(simulator, armToken) }
}

/** ARM as the bearer of a token. */
export function armWith(simulator: ReachedSimulator, token: string): Arm {
  return (method, path, body) => call(simulator, { method, path, token, ...(body !== undefined && { body }) })
}

/** A POST to the token endpoint that all tenants share. */
export async function postForm(simulator: ReachedSimulator, form: Record<string, string>): Promise<JsonObject> {
  const url = simulator.entra.tokenEndpoint.replace('{tenantid}', 'organizations')
  const response = await fetch(url, {
    method: 'POST',
    headers: { origin: portalOrigin },
    body: new URLSearchParams(form),
  })
  const body: unknown = await response.json()
  return isJsonObject(body) ? body : {}
}

/** Path of a disk encryption set of Contoso's production, and the body that creates it. */
export function aSet(simulator: ReachedSimulator, name: string): { path: string; body: JsonObject } {
  const keyUrl = `https://kv-contoso-wus.vault.azure.net/keys/images-key-1/${'a'.repeat(32)}`
  return {
    path: `${computeOf(simulator)}/diskEncryptionSets/${name}`,
    body: { location: 'westus', identity: { type: 'SystemAssigned' }, properties: { activeKey: { keyUrl } } },
  }
}

/** Path of a version of Contoso's `ubuntu-web`, and the body that creates it. */
export function aVersion(simulator: ReachedSimulator, name: string): { path: string; body: JsonObject } {
  const compute = computeOf(simulator)
  return {
    path: `${compute}/galleries/contosoGallery/images/ubuntu-web/versions/${name}`,
    body: { location: 'westus', properties: { storageProfile: { source: { id: `${compute}/images/myImage` } } } },
  }
}

/** Where Contoso's production has its Compute resources. */
export function computeOf({ world }: ReachedSimulator): string {
  return `/subscriptions/${world.subscriptions[0]?.subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
}

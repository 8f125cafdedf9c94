import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { AzureSimulator } from '../simulator.ts'
import { programToken, redirectUri, textOf, type Answer } from './azure.ts'

/** Microsoft Graph for one caller; `path` starts with its first segment. */
export type Graph = (method: string, path: string, more?: { body?: Json; prefer?: string }) => Promise<Answer>

/** Graph as Contoso's program that can register applications. */
export async function graphOf(simulator: AzureSimulator): Promise<Graph> {
  return graphWith(simulator, await programToken(simulator, 'https://graph.microsoft.com/.default'))
}

/** Graph as the bearer of a token. */
export function graphWith({ url }: Pick<AzureSimulator, 'url'>, token: string): Graph {
  return async (method, path, { body, prefer } = {}) => {
    const response = await fetch(`${url}/graph/v1.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(prefer !== undefined && { prefer }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const parsed: unknown = text === '' ? {} : JSON.parse(text)
    return { status: response.status, headers: response.headers, body: isJsonObject(parsed) ? parsed : {}, text }
  }
}

/** A registered application, and its service principal if it has one. */
export interface Registered {
  id: string
  appId: string
  principalId: string
}

/** The two applications of a portal. */
export interface RegisteredPortal {
  portal: Registered
  api: Registered & { scope: string }
}

export const accessAsUserId = '11111111-1111-4111-8111-111111111111'
export const azureServiceManagementId = '797f4846-ba00-4fd7-ba43-dac1f8f63013'

/**
 * Registers a portal and its API in the tenant as docs/run-on-azure.md does, with service principals and without
 * consent. `changes` override the two bodies; false: no service principal.
 */
export async function registeredPortal(
  graph: Graph,
  changes: { portal?: JsonObject; api?: JsonObject; principals?: false } = {},
): Promise<RegisteredPortal> {
  const register = async (displayName: string) =>
    (await graph('POST', 'applications', { body: { displayName, signInAudience: 'AzureADMyOrg' } })).body
  const [api, portal] = [await register('Images API'), await register('Images')]
  const [apiId, portalId] = [textOf(api, 'appId'), textOf(portal, 'appId')]
  await patched(graph, apiId, {
    identifierUris: [`api://${apiId}`],
    api: {
      requestedAccessTokenVersion: 2,
      knownClientApplications: [portalId],
      oauth2PermissionScopes: [accessAsUser()],
    },
    requiredResourceAccess: [
      {
        resourceAppId: azureServiceManagementId,
        resourceAccess: [{ id: '41094075-9dad-400e-a0bd-54e686782033', type: 'Scope' }],
      },
    ],
  })
  if (changes.api) await patched(graph, apiId, changes.api)
  await patched(graph, portalId, {
    spa: { redirectUris: [redirectUri] },
    requiredResourceAccess: [{ resourceAppId: apiId, resourceAccess: [{ id: accessAsUserId, type: 'Scope' }] }],
    ...changes.portal,
  })
  const principalOf = async (appId: string) =>
    changes.principals === false
      ? ''
      : textOf((await graph('POST', 'servicePrincipals', { body: { appId } })).body, 'id')
  return {
    api: {
      id: textOf(api, 'id'),
      appId: apiId,
      principalId: await principalOf(apiId),
      scope: `api://${apiId}/access_as_user`,
    },
    portal: { id: textOf(portal, 'id'), appId: portalId, principalId: await principalOf(portalId) },
  }
}

/** The scope of the portal's API, as registered. */
export function accessAsUser(more: JsonObject = {}): JsonObject {
  return {
    id: accessAsUserId,
    value: 'access_as_user',
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Create images as the user',
    adminConsentDescription: 'Create images as the user.',
    userConsentDisplayName: 'Create images on your behalf',
    userConsentDescription: 'Create images on your behalf.',
    ...more,
  }
}

/** Grants admin consent: to the portal's use of its API, and to the API's use of Azure. */
export async function consentForAll(graph: Graph, { portal, api }: RegisteredPortal): Promise<void> {
  const grants: [clientId: string, resourceId: string, scope: string][] = [
    [portal.principalId, api.principalId, 'access_as_user'],
    [api.principalId, await principalIdOf(graph, azureServiceManagementId), 'user_impersonation'],
  ]
  for (const [clientId, resourceId, scope] of grants)
    await assertDone(
      graph('POST', 'oauth2PermissionGrants', { body: { clientId, consentType: 'AllPrincipals', resourceId, scope } }),
    )
}

/** A new secret of the application. */
export async function newSecretOf(
  graph: Graph,
  { appId }: Pick<Registered, 'appId'>,
  facts: JsonObject = {},
): Promise<string> {
  const answer = await graph('POST', `applications(appId='${appId}')/addPassword`, {
    body: { passwordCredential: facts },
  })
  return textOf(answer.body, 'secretText')
}

/** Object id of the tenant's service principal of an application. */
export async function principalIdOf(graph: Graph, appId: string): Promise<string> {
  return textOf((await graph('GET', `servicePrincipals(appId='${appId}')`)).body, 'id')
}

async function patched(graph: Graph, appId: string, body: JsonObject): Promise<void> {
  await assertDone(graph('PATCH', `applications(appId='${appId}')`, { body }))
}

async function assertDone(answer: Promise<Answer>): Promise<void> {
  const { status, text } = await answer
  if (status >= 400) throw new Error(`Graph refused: ${text}`)
}

// Which calls of Microsoft Graph bring the portal's registration into the required state. A pure function of the
// current state.
import { bodyOf, changesOf } from './application-changes.mjs'

/** @typedef {import('./application-changes.mjs').Change} Change */
/** @typedef {import('./application-changes.mjs').Wanted} Wanted */
/** @typedef {import('./arguments.mjs').Settings} Settings */
/** @typedef {import('./present-registration.mjs').Present} Present */

/**
 * A call that writes. Path and body can contain results of earlier calls, as `$API_CLIENT_ID`.
 * @typedef {{
 *   title: string,
 *   method: 'POST' | 'PATCH',
 *   path: string,
 *   headers?: Record<string, string>,
 *   body: object,
 *   yields?: { variable: string, property: string },
 *   changes: Change[]
 * }} GraphCall changes: of what is there already; empty for what is new
 */

/** The API's permission that the browser requests. Its ID need be unique only in its application. */
const scope = {
  id: '6b0ab27b-2d0b-4d0c-8f4e-1d9f0c2b6a11',
  value: 'access_as_user',
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Create image versions as the signed-in user',
  adminConsentDescription: 'Lets the Gallery Encryption Portal act in Azure as the signed-in user.',
  userConsentDisplayName: 'Create image versions on your behalf',
  userConsentDescription: 'Lets the Gallery Encryption Portal act in Azure as you.',
}

/**
 * The calls, in the required order; none if everything is already correct.
 * https://learn.microsoft.com/graph/api/application-upsert
 * @param {Settings} settings
 * @param {Present} present
 * @returns {GraphCall[]}
 */
export function registrationCalls(settings, present) {
  const { name } = settings
  const api = {
    title: "the API's application",
    uniqueName: `${name}-api`,
    displayName: 'Gallery Encryption Portal API',
    clientId: present.api?.appId ?? '$API_CLIENT_ID',
    present: present.api,
  }
  const portal = {
    title: "the browser's application",
    uniqueName: name,
    displayName: 'Gallery Encryption Portal',
    clientId: present.portal?.appId ?? '$PORTAL_CLIENT_ID',
    present: present.portal,
  }
  const uses = [
    ...principal(api, { variable: 'API_PRINCIPAL_ID', present: present.apiPrincipalId }),
    ...principal(portal, { variable: 'PORTAL_PRINCIPAL_ID', present: present.portalPrincipalId }),
  ]
  // Registered elsewhere: here they are only used.
  if (settings.inOtherTenant) return [...uses, ...consents(present)]
  const signInAudience = settings.tenantIds.some((id) => id !== present.azure.tenantId)
    ? 'AzureADMultipleOrgs'
    : 'AzureADMyOrg'
  return [
    ...[api, portal].flatMap((application) => creation(application, signInAudience)),
    ...update(api, {
      signInAudience,
      identifierUris: including(`api://${api.clientId}`),
      'api.requestedAccessTokenVersion': 2,
      'api.knownClientApplications': including(portal.clientId),
      'api.oauth2PermissionScopes': withScope,
      requiredResourceAccess: access(present.azureServiceManagement.appId, present.azureServiceManagement.scopeId),
    }),
    ...update(portal, {
      signInAudience,
      'spa.redirectUris': [`${settings.origin}/auth/redirect.html`],
      requiredResourceAccess: access(api.clientId, scopeOf(present.api?.api.oauth2PermissionScopes)?.id ?? scope.id),
    }),
    ...uses,
    ...trust(api.clientId, settings, present),
    ...(settings.consent ? consents(present) : []),
  ]
}

/**
 * @typedef {{ title: string, uniqueName: string, displayName: string, clientId: string, present: object | undefined }} Application
 *   clientId: or the variable that will have it
 */

/** @returns {GraphCall[]} */
function creation(/** @type {Application} */ { title, uniqueName, displayName, clientId, present }, signInAudience) {
  if (present !== undefined) return []
  return [
    {
      title,
      method: 'PATCH',
      path: `applications(uniqueName='${uniqueName}')`,
      headers: { Prefer: 'create-if-missing' },
      body: { displayName, signInAudience },
      yields: { variable: clientId.slice(1), property: 'appId' },
      changes: [],
    },
  ]
}

/** @returns {GraphCall[]} */
function update(/** @type {Application} */ { title, clientId, present }, /** @type {Wanted} */ wanted) {
  const { signInAudience } = wanted
  const changes = changesOf(present ?? { signInAudience }, wanted)
  if (changes.length === 0) return []
  const call = /** @type {const} */ ({
    method: 'PATCH',
    path: `applications(appId='${clientId}')`,
    body: bodyOf(changes),
  })
  return [{ title: `the settings of ${title}`, ...call, changes: present === undefined ? [] : changes }]
}

/** @returns {GraphCall[]} */
function principal(/** @type {Application} */ { title, clientId }, { variable, present }) {
  if (present !== undefined) return []
  return [
    {
      title: `the service principal of ${title}`,
      method: 'POST',
      path: 'servicePrincipals',
      body: { appId: clientId },
      yields: { variable, property: 'id' },
      changes: [],
    },
  ]
}

/**
 * The federated credentials that replace a secret.
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
 * @returns {GraphCall[]}
 */
function trust(/** @type {string} */ clientId, /** @type {Settings} */ settings, /** @type {Present} */ present) {
  const all = `applications(appId='${clientId}')/federatedIdentityCredentials`
  const { workload } = settings
  const { identity, azure } = present
  /** @type {{ name: string, title: string, issuer: string, subject: string, audiences: string[] }[]} */
  const wanted = []
  if (workload) {
    const { issuer, subject, audience } = workload
    wanted.push({ name: 'portal-workload', title: `trust in ${subject}`, issuer, subject, audiences: [audience] })
  }
  if (identity)
    wanted.push({
      name: 'portal-managed-identity',
      title: 'trust in the managed identity',
      issuer: `${azure.loginEndpoint}/${azure.tenantId}/v2.0`,
      subject: identity.principalId,
      audiences: [azure.tokenExchangeAudience],
    })
  return wanted.flatMap(({ title, ...credential }) => {
    const { name: _, ...what } = credential
    const call = { title, body: credential, changes: [] }
    if (present.federatedCredentials.some((each) => changesOf(each, what).length === 0)) return []
    const namesake = present.federatedCredentials.find(({ name }) => name === credential.name)
    if (namesake === undefined) return [{ ...call, method: /** @type {const} */ ('POST'), path: all }]
    const changes = changesOf(namesake, what)
    return [
      { title, method: /** @type {const} */ ('PATCH'), path: `${all}/${namesake.id}`, body: bodyOf(changes), changes },
    ]
  })
}

/**
 * Admin consent for all users, to both applications.
 * https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant
 * @returns {GraphCall[]}
 */
function consents(/** @type {Present} */ present) {
  const api = present.apiPrincipalId ?? '$API_PRINCIPAL_ID'
  const portal = present.portalPrincipalId ?? '$PORTAL_PRINCIPAL_ID'
  const azure = present.azureServiceManagement.principalId
  return [
    { clientId: api, resourceId: azure, value: 'user_impersonation', title: 'consent for the API to access Azure' },
    {
      clientId: portal,
      resourceId: api,
      value: 'access_as_user',
      title: 'consent for the browser to access the API',
    },
  ].flatMap(({ clientId, resourceId, value, title }) => {
    const grant = present.grants.find(
      (each) => each.clientId === clientId && each.resourceId === resourceId && each.consentType === 'AllPrincipals',
    )
    const path = 'oauth2PermissionGrants'
    if (grant === undefined) {
      const body = { clientId, consentType: 'AllPrincipals', resourceId, scope: value }
      return [{ title, method: /** @type {const} */ ('POST'), path, body, changes: [] }]
    }
    const granted = grant.scope.split(' ').filter((each) => each !== '')
    if (granted.includes(value)) return []
    const body = { scope: [...granted, value].join(' ') }
    const changes = [{ path: 'scope', from: grant.scope, to: body.scope }]
    return [{ title, method: /** @type {const} */ ('PATCH'), path: `${path}/${grant.id}`, body, changes }]
  })
}

function including(/** @type {string} */ item) {
  return (/** @type {string[]} */ present = []) => (present.includes(item) ? present : [...present, item])
}

function access(/** @type {string} */ resourceAppId, /** @type {string} */ id) {
  return [{ resourceAppId, resourceAccess: [{ id, type: 'Scope' }] }]
}

/** @typedef {typeof scope} PermissionScope */

function scopeOf(/** @type {PermissionScope[]} */ scopes = []) {
  return scopes.find(({ value }) => value === scope.value)
}

/** Others stay; an administrator might have changed the texts of ours. */
function withScope(/** @type {PermissionScope[]} */ scopes = []) {
  const present = scopeOf(scopes)
  if (present === undefined) return [...scopes, scope]
  const { type, isEnabled } = scope
  return scopes.map((each) => (each === present ? { ...each, type, isEnabled } : each))
}

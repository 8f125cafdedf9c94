import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.mjs'
import { registrationCalls } from './registration-calls.mjs'

/** @typedef {import('./present-registration.mjs').Present} Present */

const [tenantId, otherTenantId] = ['c0470500-0000-4000-8000-000000000001', 'fab41ca0-0000-4000-8000-000000000001']
const [apiId, portalId] = ['a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002']
const azureServiceManagement = { appId: 'asm', principalId: 'asm-principal', scopeId: 'asm-scope' }
const azure = {
  cloud: 'AzureUSGovernment',
  azureCloud: 'AzureUSGovernment',
  loginEndpoint: 'https://login.microsoftonline.us',
  graph: 'https://graph.microsoft.us',
  audience: 'https://management.core.usgovcloudapi.net/',
  tokenExchangeAudience: 'api://AzureADTokenExchangeUSGov',
  tenantId,
}
const scope = {
  id: 'own-scope',
  value: 'access_as_user',
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Ours',
}
const workload = { issuer: 'https://oidc.contoso.com', subject: 'portal', audiences: ['api://AzureADTokenExchange'] }

/** A tenant in which nothing is registered. */
const nothing = /** @type {Present} */ ({
  azure,
  azureServiceManagement,
  federatedCredentials: [],
  grants: [],
})

/** One in which everything matches `options`. */
const everything = /** @type {Present} */ ({
  ...nothing,
  api: {
    appId: apiId,
    signInAudience: 'AzureADMyOrg',
    identifierUris: [`api://${apiId}`],
    api: { requestedAccessTokenVersion: 2, knownClientApplications: [portalId], oauth2PermissionScopes: [scope] },
    requiredResourceAccess: [{ resourceAppId: 'asm', resourceAccess: [{ type: 'Scope', id: 'asm-scope' }] }],
  },
  portal: {
    appId: portalId,
    signInAudience: 'AzureADMyOrg',
    spa: { redirectUris: ['https://images.contoso.com/auth/redirect.html'] },
    requiredResourceAccess: [{ resourceAppId: apiId, resourceAccess: [{ id: 'own-scope', type: 'Scope' }] }],
  },
  apiPrincipalId: 'api-principal',
  portalPrincipalId: 'portal-principal',
  federatedCredentials: [{ id: 'credential', name: 'by hand', ...workload }],
  grants: [
    {
      id: 'one',
      clientId: 'api-principal',
      resourceId: 'asm-principal',
      consentType: 'AllPrincipals',
      scope: 'user_impersonation',
    },
    {
      id: 'two',
      clientId: 'portal-principal',
      resourceId: 'api-principal',
      consentType: 'AllPrincipals',
      scope: 'access_as_user',
    },
  ],
})

const options = ['--consent', '--issuer', workload.issuer, '--subject', workload.subject]
function callsFor(/** @type {Present} */ present, /** @type {string[]} */ ...more) {
  return registrationCalls(readArguments(['--origin', 'https://images.contoso.com', ...more]), present)
}
const linesOf = (/** @type {ReturnType<typeof callsFor>} */ calls) =>
  calls.map(({ method, path }) => `${method} ${path}`)

describe('the calls that register the portal', () => {
  it('make all where nothing is, in the order in which one needs the other', () => {
    expect(linesOf(callsFor(nothing, ...options))).toEqual([
      "PATCH applications(uniqueName='gallery-encryption-portal-api')",
      "PATCH applications(uniqueName='gallery-encryption-portal')",
      "PATCH applications(appId='$API_CLIENT_ID')",
      "PATCH applications(appId='$PORTAL_CLIENT_ID')",
      'POST servicePrincipals',
      'POST servicePrincipals',
      "POST applications(appId='$API_CLIENT_ID')/federatedIdentityCredentials",
      'POST oauth2PermissionGrants',
      'POST oauth2PermissionGrants',
    ])
  })

  it('name nothing that no earlier call yields', () => {
    const known = new Set()
    for (const { path, body, yields } of callsFor(nothing, ...options)) {
      const named = [...`${path} ${JSON.stringify(body)}`.matchAll(/\$(\w+)/g)].map(([, name]) => name)
      expect(named.filter((name) => !known.has(name))).toEqual([])
      if (yields) known.add(yields.variable)
    }
    expect(known.size).toBe(4)
  })

  it('are none where all is as it must be', () => expect(callsFor(everything, ...options)).toEqual([]))

  it('ask for consent and trust nobody only where that is asked for', () => {
    expect(linesOf(callsFor(nothing)).filter((line) => /Grants|Credentials/.test(line))).toEqual([])
  })

  it('mend only what differs of an application, and say from what to what', () => {
    const redirectUris = ['https://old.contoso.com/auth/redirect.html']
    const [call, ...others] = callsFor({ ...everything, portal: { ...everything.portal, spa: { redirectUris } } })
    const to = ['https://images.contoso.com/auth/redirect.html']
    expect(others).toEqual([])
    expect(call).toMatchObject({
      path: `applications(appId='${portalId}')`,
      body: { spa: { redirectUris: to } },
      changes: [{ path: 'spa.redirectUris', from: redirectUris, to }],
    })
    expect(Object.keys(call?.body ?? {})).toEqual(['spa'])
  })

  it('keep what others have added to the API, and the text and id of a permission that is there', () => {
    const { api } = everything
    const other = { ...scope, id: 'other', value: 'read' }
    const changed = {
      ...api,
      identifierUris: ['api://images.contoso.com'],
      api: {
        requestedAccessTokenVersion: null,
        knownClientApplications: ['another'],
        oauth2PermissionScopes: [other, { ...scope, isEnabled: false }],
      },
    }
    const calls = callsFor({ ...everything, api: changed })
    expect(calls.map(({ body }) => body)).toEqual([
      {
        identifierUris: ['api://images.contoso.com', `api://${apiId}`],
        api: {
          requestedAccessTokenVersion: 2,
          knownClientApplications: ['another', portalId],
          oauth2PermissionScopes: [other, scope],
        },
      },
    ])
  })

  it('take away a permission that the portal does not use', () => {
    const { portal } = everything
    const userRead = { resourceAppId: 'graph', resourceAccess: [{ id: 'User.Read', type: 'Scope' }] }
    const requiredResourceAccess = [...portal.requiredResourceAccess, userRead]
    const [call] = callsFor({ ...everything, portal: { ...portal, requiredResourceAccess } })
    expect(call?.body).toEqual({ requiredResourceAccess: portal.requiredResourceAccess })
  })

  it('open both applications where another tenant is named, and close them where none is any more', () => {
    const opened = callsFor(everything, '--tenants', `${tenantId},${otherTenantId}`)
    expect(opened.map(({ body }) => body)).toEqual([1, 2].map(() => ({ signInAudience: 'AzureADMultipleOrgs' })))
    expect(callsFor(everything, '--tenants', tenantId)).toEqual([])
  })

  it('let applications of another tenant be used, with consent, and change nothing of them', () => {
    const [api, portal] = [{ appId: apiId }, { appId: portalId }]
    const ids = ['--other-tenant', '--api-client-id', apiId, '--portal-client-id', portalId]
    const calls = registrationCalls(readArguments(ids), { ...nothing, api, portal })
    expect(calls.map(({ path, body }) => [path, body])).toEqual([
      ['servicePrincipals', { appId: apiId }],
      ['servicePrincipals', { appId: portalId }],
      [
        'oauth2PermissionGrants',
        expect.objectContaining({ clientId: '$API_PRINCIPAL_ID', scope: 'user_impersonation' }),
      ],
      [
        'oauth2PermissionGrants',
        expect.objectContaining({ clientId: '$PORTAL_PRINCIPAL_ID', scope: 'access_as_user' }),
      ],
    ])
    expect(registrationCalls(readArguments(ids), { ...everything, api, portal })).toEqual([])
  })

  it('trust a managed identity as the cloud at hand has it', () => {
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/portal'
    const identity = { clientId: 'client', principalId: 'principal' }
    const [call] = callsFor({ ...everything, identity }, '--managed-identity', id)
    expect(call?.body).toEqual({
      name: 'portal-managed-identity',
      issuer: `https://login.microsoftonline.us/${tenantId}/v2.0`,
      subject: 'principal',
      audiences: ['api://AzureADTokenExchangeUSGov'],
    })
  })

  it('mend the credential of our name, and add to a consent that is too little', () => {
    const [, grant] = everything.grants
    const present = {
      ...everything,
      federatedCredentials: [{ id: 'credential', name: 'portal-workload', ...workload, subject: 'old' }],
      grants: [everything.grants[0], { ...grant, scope: 'openid' }],
    }
    const calls = callsFor(present, ...options)
    expect(calls.map(({ path, body }) => [path, body])).toEqual([
      [`applications(appId='${apiId}')/federatedIdentityCredentials/credential`, { subject: 'portal' }],
      ['oauth2PermissionGrants/two', { scope: 'openid access_as_user' }],
    ])
  })

  it("takes one person's consent for nobody else's", () => {
    const grants = everything.grants.map((grant) => ({ ...grant, consentType: 'Principal' }))
    expect(linesOf(callsFor({ ...everything, grants }, '--consent'))).toEqual(
      Array(2).fill('POST oauth2PermissionGrants'),
    )
  })
})

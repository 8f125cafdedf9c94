import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt } from './json.ts'
import {
  aBrowser,
  authorizeRequest,
  call,
  exchange,
  fragmentOf,
  portalTokens,
  postToken,
  redirectUri,
  startedAzure,
  textOf,
  type StartedAzure,
} from './testing/azure.ts'
import { arriving, redeeming, refusedWith, type Arrival } from './testing/entra.ts'
import { graphOf, registeredPortal } from './testing/graph.ts'
import { fabrikam } from './worlds/fabrikam.ts'

const partner = fabrikam().tenantId

function twoTenants(): Promise<StartedAzure> {
  return startedAzure({ partners: [fabrikam()] })
}

/** The demo's portal, and its users at Fabrikam. */
function atFabrikam({ simulator }: StartedAzure, firstName: string): Arrival {
  const { portal, api } = simulator.applications
  return { client: { appId: portal.clientId }, scope: api.scope, firstName, tenantId: partner }
}

/** ARM's answer to a user whose token for the portal's API this is, in the tenant of that token. */
async function asUser({ simulator }: StartedAzure, token: string, path: string) {
  const tenantId = String(decodeJwt(token)['tid'])
  const { body } = await postToken({ ...simulator, tenantId }, exchange(simulator, token), {})
  return call(simulator, { method: 'GET', path, token: textOf(body, 'access_token') })
}

describe('a guest', () => {
  it('has an object id of their own in each tenant, and one home', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const home = await portalTokens(simulator, 'Ada')
    const arrival = atFabrikam(azure, 'Ada')
    const { body } = await redeeming(simulator, arrival, await arriving(simulator, arrival))
    const [mine, guest] = [home, body].map((tokens) => decodeJwt(textOf(tokens, 'access_token')))
    expect(mine).toMatchObject({ tid: simulator.tenantId, iss: simulator.entra.issuer(simulator.tenantId) })
    expect(guest).toMatchObject({
      tid: partner,
      iss: simulator.entra.issuer(partner),
      idp: `${simulator.url}/${simulator.tenantId}/`,
      preferred_username: 'ada@contoso.example',
    })
    expect(guest?.['oid']).not.toBe(mine?.['oid'])
    expect(textOf(body, 'client_info')).toBe(textOf(home, 'client_info'))
    expect(decodeJwt(textOf(body, 'id_token'))['login_hint']).toBe(decodeJwt(textOf(home, 'id_token'))['login_hint'])
  })

  it('sees in Azure what their guest account may, and all their tenants from each', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const arrival = atFabrikam(azure, 'Ada')
    const { body } = await redeeming(simulator, arrival, await arriving(simulator, arrival))
    const tokens = [textOf(await portalTokens(simulator, 'Ada'), 'access_token'), textOf(body, 'access_token')]
    const seen = []
    for (const token of tokens) {
      const subscriptions = await asUser(azure, token, '/subscriptions?api-version=2022-12-01')
      const tenants = await asUser(azure, token, '/tenants?api-version=2022-12-01')
      seen.push({
        subscriptions: objectsAt(subscriptions.body, 'value').map(({ displayName }) => displayName),
        tenants: objectsAt(tenants.body, 'value').map(({ tenantId, displayName }) => [tenantId, displayName]),
      })
    }
    const tenants = [
      [simulator.tenantId, 'Contoso'],
      [partner, 'Fabrikam'],
    ]
    expect(seen).toEqual([
      { subscriptions: ['Contoso Production', 'Contoso Development'], tenants },
      { subscriptions: ['Fabrikam Images'], tenants },
    ])
  })

  it('is told by Azure in which tenant a subscription is, known there or not, and gets nothing of it', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const path = `/subscriptions/${fabrikam().subscriptions[0]?.subscriptionId}`
    for (const [firstName, asked] of [
      ['Ada', path],
      ['Ben', `${path}/resourceGroups/fabrikamImages/providers/Microsoft.Compute/galleries/fabrikamGallery`],
    ] as const) {
      const token = textOf(await portalTokens(simulator, firstName), 'access_token')
      const { status, body, headers } = await asUser(azure, token, asked)
      expect([status, valueAt(body, 'error', 'code')]).toEqual([401, 'InvalidAuthenticationTokenTenant'])
      expect(headers.get('www-authenticate')).toContain(`authorization_uri="${simulator.url}/${partner}"`)
    }
  })

  it('goes over to the other tenant with the refresh token that they have', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const form = async (firstName: string) => ({
      grant_type: 'refresh_token',
      client_id: simulator.applications.portal.clientId,
      refresh_token: textOf(await portalTokens(simulator, firstName), 'refresh_token'),
    })
    const ada = await postToken({ ...simulator, tenantId: partner }, await form('Ada'))
    expect(decodeJwt(textOf(ada.body, 'access_token'))).toMatchObject({ tid: partner })
    expect(refusedWith(await postToken({ ...simulator, tenantId: partner }, await form('Ben')))).toBe(50020)
  })

  it('is known to the session wherever they go, silently', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const browser = aBrowser(simulator)
    await arriving(simulator, { ...atFabrikam(azure, 'Ada'), tenantId: simulator.tenantId, browser })
    const silent = { prompt: 'none', login_hint: 'ada@contoso.example' }
    const arrived = await arriving(simulator, { ...atFabrikam(azure, 'Ada'), browser, parameters: silent })
    expect(fragmentOf(arrived.response)).toHaveProperty('code')
  })
})

describe('people of two tenants', () => {
  it('come home from organizations, where guests are not listed twice', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const browser = aBrowser(simulator)
    await browser.open(authorizeRequest(simulator).url)
    expect(browser.page().match(/ada@contoso\.example/g)).toHaveLength(1)
    expect(browser.page()).toContain('fay@fabrikam.example')
    const fay = simulator.tenants.get(partner)?.users.find(({ displayName }) => displayName.startsWith('Fay'))
    const { url, verifier } = authorizeRequest(simulator)
    await browser.open(url)
    const { code = '' } = fragmentOf(await browser.press({ user: fay?.id ?? '' }))
    const { body } = await postToken(simulator, {
      grant_type: 'authorization_code',
      client_id: simulator.applications.portal.clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    })
    expect(decodeJwt(textOf(body, 'access_token'))).toMatchObject({ tid: partner, oid: fay?.id })
  })

  it('are told that another tenant does not know them', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const { url } = authorizeRequest(simulator, { login_hint: 'ben@contoso.example' })
    const browser = aBrowser(simulator)
    const { status } = await browser.open(url.replace('/organizations/', `/${partner}/`))
    expect([status, browser.page().includes('AADSTS50020')]).toEqual([400, true])
    expect(browser.page()).toContain('Fabrikam')
  })

  it('see only their own tenant where they are no guests', async () => {
    await using azure = await twoTenants()
    const token = textOf(await portalTokens(azure.simulator, 'Ben'), 'access_token')
    const { body } = await asUser(azure, token, '/tenants?api-version=2022-12-01')
    expect(objectsAt(body, 'value').map(({ displayName }) => displayName)).toEqual(['Contoso'])
  })
})

describe('an application of one tenant, at another', () => {
  it('is not known there', async () => {
    await using azure = await twoTenants()
    const { portal, api } = await registeredPortal(await graphOf(azure.simulator))
    const arrival = { client: portal, scope: api.scope, firstName: 'Fay', tenantId: partner }
    const { response, browser } = await arriving(azure.simulator, arrival)
    expect([response.status, browser.page().includes('AADSTS700016')]).toEqual([400, true])
  })

  it('comes in by consent, with the API that knows it, if both are of many tenants', async () => {
    await using azure = await twoTenants()
    const { simulator } = azure
    const audience = { signInAudience: 'AzureADMultipleOrgs' }
    const { portal, api } = await registeredPortal(await graphOf(simulator), { portal: audience, api: audience })
    const arrival = { client: portal, scope: `api://${api.appId}/.default`, firstName: 'Fay', tenantId: partner }
    const { browser, verifier } = await arriving(simulator, arrival)
    const response = await browser.press({ accept: '1', organization: '1' })
    const { body } = await redeeming(simulator, arrival, { response, verifier })
    expect(decodeJwt(textOf(body, 'access_token'))).toMatchObject({ tid: partner, aud: api.appId })
    const gus = await arriving(simulator, { ...arrival, firstName: 'Gus' })
    expect(fragmentOf(gus.response)).toHaveProperty('code')
  })
})

import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import {
  aBrowser,
  authorizeRequest,
  fragmentOf,
  postToken,
  redirectUri,
  startedAzure,
  textOf,
  type StartedAzure,
} from '../testing/azure.ts'
import { arriving, exchanging, redeeming, refusedWith } from '../testing/entra.ts'
import { consentForAll, graphOf, newSecretOf, registeredPortal } from '../testing/graph.ts'

type Changes = Parameters<typeof registeredPortal>[1]

async function consented({ simulator }: StartedAzure, changes: Changes = {}) {
  const graph = await graphOf(simulator)
  const registered = await registeredPortal(graph, changes)
  await consentForAll(graph, registered)
  return { graph, ...registered, arrival: { client: registered.portal, scope: registered.api.scope } }
}

describe('a portal that was registered over Microsoft Graph', () => {
  it('signs people in, and its API acts for them in Azure', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, api, portal, arrival } = await consented(azure)
    const { body } = await redeeming(simulator, arrival, await arriving(simulator, arrival))
    const assertion = textOf(body, 'access_token')
    expect(decodeJwt(assertion)).toMatchObject({
      aud: api.appId,
      azp: portal.appId,
      azpacr: '0',
      iss: simulator.entra.issuer(simulator.tenantId),
      scp: 'access_as_user',
      ver: '2.0',
    })
    const credential = { client_secret: await newSecretOf(graph, api) }
    const exchanged = await exchanging(simulator, { api }, { assertion, credential })
    const token = textOf(exchanged.body, 'access_token')
    expect(decodeJwt(token)).toMatchObject({ appid: api.appId, appidacr: '1', scp: 'user_impersonation', ver: '1.0' })
    const answer = await fetch(`${simulator.url}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(200)
  })

  it('gets tokens of version 1 for an API that does not ask for 2, named as it was asked for', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, api, portal, arrival } = await consented(azure, {
      api: { api: { requestedAccessTokenVersion: null } },
    })
    const { body } = await redeeming(simulator, arrival, await arriving(simulator, arrival))
    const assertion = textOf(body, 'access_token')
    expect(decodeJwt(assertion)).toMatchObject({
      aud: `api://${api.appId}`,
      appid: portal.appId,
      appidacr: '0',
      iss: `${simulator.url}/${simulator.tenantId}/`,
      upn: 'ada@contoso.example',
      ver: '1.0',
    })
    const credential = { client_secret: await newSecretOf(graph, api) }
    expect((await exchanging(simulator, { api }, { assertion, credential })).status).toBe(200)
  })

  it.each([
    ['the tenant’s own address', (azure: StartedAzure) => azure.simulator.tenantId, undefined],
    ['the tenant’s domain', () => 'contoso.example', undefined],
    ['organizations, being of one tenant', () => 'organizations', 'AADSTS50194'],
  ])('is come to at %s', async (_, segmentOf, aadsts) => {
    await using azure = await startedAzure()
    const { portal, api } = await consented(azure)
    const { url } = authorizeRequest(azure.simulator, { client_id: portal.appId, scope: api.scope })
    const browser = aBrowser(azure.simulator)
    const { status } = await browser.open(url.replace('/organizations/', `/${segmentOf(azure)}/`))
    expect(status).toBe(aadsts === undefined ? 200 : 400)
    expect(browser.page()).toContain(aadsts ?? 'Pick an account')
  })

  it('is not come to once its service principal is disabled', async () => {
    await using azure = await startedAzure()
    const { graph, portal, arrival } = await consented(azure)
    await graph('PATCH', `servicePrincipals/${portal.principalId}`, { body: { accountEnabled: false } })
    const { response, browser } = await arriving(azure.simulator, arrival)
    expect([response.status, browser.page().includes('AADSTS7000112')]).toEqual([400, true])
  })

  it.each([
    [
      'an API that nobody registered',
      async () => 'api://22222222-2222-4222-8222-222222222222/access_as_user',
      ['invalid_resource', 'AADSTS500011'],
    ],
    [
      'an API that it needs and that has no service principal',
      async ({ graph, api }: Awaited<ReturnType<typeof consented>>) => {
        await graph('DELETE', `servicePrincipals/${api.principalId}`)
        return api.scope
      },
      ['invalid_client', 'AADSTS650052'],
    ],
    [
      'a scope that the API does not have',
      async ({ api }: Awaited<ReturnType<typeof consented>>) => `api://${api.appId}/everything`,
      ['invalid_client', 'AADSTS650053'],
    ],
  ])('is sent back when it asks for %s', async (_, scopeOf, [error, aadsts]) => {
    await using azure = await startedAzure()
    const registered = await consented(azure)
    const scope = await scopeOf(registered)
    const back = fragmentOf((await arriving(azure.simulator, { ...registered.arrival, scope })).response)
    expect([back['error'], back['error_description']?.split(':')[0]]).toEqual([error, aadsts])
  })

  it('is refused a token for two APIs at once', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { arrival } = await consented(azure)
    const arrived = await arriving(simulator, arrival)
    const { code = '' } = fragmentOf(arrived.response)
    const answer = await postToken(simulator, {
      grant_type: 'authorization_code',
      client_id: arrival.client.appId,
      redirect_uri: redirectUri,
      code,
      code_verifier: arrived.verifier,
      scope: `${arrival.scope} https://graph.microsoft.com/User.Read`,
    })
    expect(refusedWith(answer)).toBe(28000)
  })
})

describe('a redirect URI under Web', () => {
  const web = { portal: { spa: { redirectUris: [] }, web: { redirectUris: [redirectUri] } } }

  it('gives no tokens to a page', async () => {
    await using azure = await startedAzure()
    const { arrival } = await consented(azure, web)
    const answer = await redeeming(azure.simulator, arrival, await arriving(azure.simulator, arrival))
    expect(refusedWith(answer)).toBe(9002326)
    // The page can read why.
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:4280')
  })

  it('gives them to a server that proves who it is', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, portal, arrival } = await consented(azure, web)
    const redeem = async (credential: Record<string, string>) => {
      const { response, verifier } = await arriving(simulator, arrival)
      const { code = '' } = fragmentOf(response)
      const form = { grant_type: 'authorization_code', client_id: portal.appId, redirect_uri: redirectUri, code }
      return postToken(simulator, { ...form, code_verifier: verifier, ...credential }, {})
    }
    expect(refusedWith(await redeem({}))).toBe(7000218)
    const granted = await redeem({ client_secret: await newSecretOf(graph, portal) })
    expect(decodeJwt(textOf(granted.body, 'access_token'))).toMatchObject({ azpacr: '1' })
  })
})

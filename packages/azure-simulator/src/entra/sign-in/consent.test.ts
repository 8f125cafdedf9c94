import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { type JsonObject, objectsAt } from '../../json.ts'
import { fragmentOf, portalOrigin, postToken, startedAzure, textOf, type StartedAzure } from '../../testing/azure.ts'
import { arriving, exchanging, redeeming, refusedWith } from '../../testing/entra.ts'
import { accessAsUser, graphOf, newSecretOf, principalIdOf, registeredPortal } from '../../testing/graph.ts'

type Changes = Parameters<typeof registeredPortal>[1]

async function registered({ simulator }: StartedAzure, changes: Changes = {}) {
  const graph = await graphOf(simulator)
  const applications = await registeredPortal(graph, changes)
  const grants = async (): Promise<JsonObject[]> => {
    const ids = [applications.portal.principalId, applications.api.principalId]
    const all = objectsAt((await graph('GET', 'oauth2PermissionGrants')).body, 'value')
    return all.filter(({ clientId }) => typeof clientId === 'string' && ids.includes(clientId))
  }
  return { graph, ...applications, grants, arrival: { client: applications.portal, scope: applications.api.scope } }
}

const adminScopes = { api: { api: { oauth2PermissionScopes: [accessAsUser({ type: 'Admin' })] } } }

describe('a user who has not consented', () => {
  it('is asked once what the application may do, in the words of its registration', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { arrival, grants } = await registered(azure)
    const { browser, verifier } = await arriving(simulator, arrival)
    expect(browser.page()).toContain('Permissions requested')
    expect(browser.page()).toContain('Create images on your behalf')
    expect(browser.page()).not.toContain('name="organization"')
    const response = await browser.press({ accept: '1' })
    expect((await redeeming(simulator, arrival, { response, verifier })).status).toBe(200)
    const ada = simulator.world.users.find(({ displayName }) => displayName.startsWith('Ada'))?.id
    expect((await grants()).map(({ consentType, principalId }) => [consentType, principalId])).toEqual([
      ['Principal', ada],
      ['Principal', ada],
    ])
    const again = await arriving(simulator, { ...arrival, browser })
    expect(fragmentOf(again.response)).toHaveProperty('code')
    const other = await arriving(simulator, { ...arrival, firstName: 'Ben' })
    expect(other.browser.page()).toContain('Permissions requested')
  })

  it('is asked again where the application wants it', async () => {
    await using azure = await startedAzure()
    const { arrival } = await registered(azure)
    const { browser } = await arriving(azure.simulator, arrival)
    await browser.press({ accept: '1' })
    const again = await arriving(azure.simulator, { ...arrival, browser, parameters: { prompt: 'consent' } })
    expect(again.browser.page()).toContain('Permissions requested')
  })

  it('may decline', async () => {
    await using azure = await startedAzure()
    const { arrival, grants } = await registered(azure)
    const { browser } = await arriving(azure.simulator, arrival)
    const back = fragmentOf(await browser.press({ cancel: '1' }))
    expect([back['error'], back['error_description']?.split(':')[0]]).toEqual(['access_denied', 'AADSTS65004'])
    expect(await grants()).toEqual([])
  })

  it('is told of silently, and where a code is redeemed for more', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, api, portal, arrival } = await registered(azure)
    const { browser } = await arriving(simulator, arrival)
    const silent = await arriving(simulator, { ...arrival, browser, parameters: { prompt: 'none' } })
    expect(fragmentOf(silent.response)).toMatchObject({
      error: 'interaction_required',
      error_subcode: 'consent_required',
      error_description: expect.stringContaining('AADSTS65001') as string,
    })
    await graph('POST', 'oauth2PermissionGrants', {
      body: {
        clientId: portal.principalId,
        consentType: 'AllPrincipals',
        resourceId: api.principalId,
        scope: 'access_as_user',
      },
    })
    const tokens = await redeeming(simulator, arrival, await arriving(simulator, { ...arrival, browser }))
    const form = {
      grant_type: 'refresh_token',
      client_id: portal.appId,
      refresh_token: textOf(tokens.body, 'refresh_token'),
    }
    const more = await postToken(simulator, { ...form, scope: 'https://graph.microsoft.com/User.Read' })
    expect([refusedWith(more), more.body['suberror']]).toEqual([65001, 'consent_required'])
    expect((await postToken(simulator, form)).status).toBe(200)
  })

  it('reads Italian where that is asked for', async () => {
    await using azure = await startedAzure()
    const { arrival } = await registered(azure)
    const { browser } = await arriving(azure.simulator, { ...arrival, parameters: { ui_locales: 'it' } })
    expect(browser.page()).toContain('Autorizzazioni richieste')
    expect(browser.page()).toContain('Accetta')
  })
})

describe('an administrator', () => {
  it('may consent for everybody', async () => {
    await using azure = await startedAzure()
    const { arrival, grants } = await registered(azure)
    const { browser } = await arriving(azure.simulator, { ...arrival, firstName: 'Vera' })
    expect(browser.page()).toContain('Consent on behalf of your organization')
    await browser.press({ accept: '1', organization: '1' })
    expect(new Set((await grants()).map(({ consentType }) => consentType))).toEqual(new Set(['AllPrincipals']))
    const ben = await arriving(azure.simulator, { ...arrival, firstName: 'Ben' })
    expect(fragmentOf(ben.response)).toHaveProperty('code')
  })

  it('alone may consent to what only administrators may', async () => {
    await using azure = await startedAzure()
    const { arrival, grants } = await registered(azure, adminScopes)
    const { browser } = await arriving(azure.simulator, arrival)
    expect(browser.page()).toContain('Need admin approval')
    const page = browser.page()
    const back = fragmentOf(await browser.press({ return: '1' }))
    expect([back['error'], back['error_description']?.split(':')[0]]).toEqual(['access_denied', 'AADSTS90094'])
    expect(page).not.toContain('name="accept"')
    const forged = await arriving(azure.simulator, arrival)
    expect(fragmentOf(await forged.browser.press({ accept: '1', organization: '1' }))['error']).toBe('access_denied')
    expect(await grants()).toEqual([])
    const vera = await arriving(azure.simulator, { ...arrival, firstName: 'Vera' })
    expect(fragmentOf(await vera.browser.press({ accept: '1' }))).toHaveProperty('code')
  })
})

describe('an API that knows its client', () => {
  it('is consented to together with what it needs itself, and comes into the tenant with it', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, api, arrival } = await registered(azure, { principals: false })
    const combined = { ...arrival, scope: `api://${api.appId}/.default` }
    const { browser, verifier } = await arriving(simulator, combined)
    expect(browser.page()).toContain('Create images on your behalf')
    expect(browser.page()).toContain('Access Azure Service Management as you')
    const response = await browser.press({ accept: '1' })
    const tokens = await redeeming(simulator, combined, { response, verifier })
    expect(await principalIdOf(graph, api.appId)).not.toBe('')
    const assertion = textOf(tokens.body, 'access_token')
    expect(decodeJwt(assertion)).toMatchObject({ scp: 'access_as_user' })
    const credential = { client_secret: await newSecretOf(graph, api) }
    expect((await exchanging(simulator, { api }, { assertion, credential })).status).toBe(200)
  })

  it('is refused On-Behalf-Of where nobody consented to its own needs', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, api, arrival } = await registered(azure)
    const { browser, verifier } = await arriving(simulator, arrival)
    expect(browser.page()).not.toContain('Azure Service Management')
    const tokens = await redeeming(simulator, arrival, { response: await browser.press({ accept: '1' }), verifier })
    const assertion = textOf(tokens.body, 'access_token')
    const credential = { client_secret: await newSecretOf(graph, api) }
    const { status, body } = await exchanging(simulator, { api }, { assertion, credential })
    expect([status, body]).toMatchObject([
      400,
      { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] },
    ])
  })

  it('may trust it beforehand, so that nobody is asked', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const { graph, api, portal, arrival } = await registered(azure)
    const [scope] = [accessAsUser()['id']]
    await graph('PATCH', `applications/${api.id}`, {
      body: { api: { preAuthorizedApplications: [{ appId: portal.appId, delegatedPermissionIds: [scope ?? ''] }] } },
    })
    const tokens = await redeeming(simulator, arrival, await arriving(simulator, arrival))
    expect(tokens.headers.get('access-control-allow-origin')).toBe(portalOrigin)
    expect(decodeJwt(textOf(tokens.body, 'access_token'))).toMatchObject({ scp: 'access_as_user' })
  })
})

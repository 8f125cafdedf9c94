import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import {
  textOf,
  aBrowser,
  authorizeRequest,
  exchange,
  fragmentOf,
  portalOrigin,
  portalTokens,
  postToken,
  redemption,
  secondFactorClaims,
  startedAzure,
  type StartedAzure,
} from '../../testing/azure.ts'

const anyText: unknown = expect.any(String)

function userId({ simulator }: StartedAzure, firstName: string): string {
  return simulator.world.users.find(({ displayName }) => displayName.startsWith(firstName))?.id ?? ''
}

async function aCode(azure: StartedAzure): Promise<{ code: string; verifier: string }> {
  const browser = aBrowser(azure.simulator)
  const { url, verifier } = authorizeRequest(azure.simulator)
  await browser.open(url)
  return { code: fragmentOf(await browser.press({ user: userId(azure, 'Ada') }))['code'] ?? '', verifier }
}

describe('signing in', () => {
  it('offers every user of the tenant, and gives what MSAL needs for the one chosen', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const browser = aBrowser(simulator)
    const { url, verifier } = authorizeRequest(simulator)
    const page = await browser.open(url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const { userPrincipalName } of simulator.world.users) expect(browser.page()).toContain(userPrincipalName)
    const back = fragmentOf(await browser.press({ user: userId(azure, 'Ada') }))
    expect(back).toMatchObject({ state: 'the-state' })
    const { status, body, headers } = await postToken(
      simulator,
      redemption(simulator, { code: back['code'] ?? '', verifier }),
    )
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe(portalOrigin)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900, refresh_token: anyText })
    expect(JSON.parse(atob(textOf(body, 'client_info')))).toEqual({
      uid: userId(azure, 'Ada'),
      utid: simulator.tenantId,
    })
    expect(decodeJwt(textOf(body, 'id_token'))).toMatchObject({
      nonce: 'the-nonce',
      preferred_username: 'ada@contoso.example',
      tid: simulator.tenantId,
    })
    expect(decodeJwt(textOf(body, 'access_token'))).toMatchObject({
      aud: simulator.applications.api.clientId,
      iss: simulator.entra.issuer(simulator.tenantId),
      scp: 'access_as_user',
      azp: simulator.applications.portal.clientId,
      oid: userId(azure, 'Ada'),
      ver: '2.0',
    })
  })

  it.each([
    ['a redirect URI of another path', { redirect_uri: 'http://localhost:4280/elsewhere' }, 'AADSTS50011'],
    ['a redirect URI of another host', { redirect_uri: 'https://evil.example/auth/redirect.html' }, 'AADSTS50011'],
    [
      'a redirect URI that only parses to a registered one',
      { redirect_uri: 'http://localhost:4280/x/../auth/redirect.html' },
      'AADSTS50011',
    ],
    ['an unknown application', { client_id: 'c0470500-0000-4000-8000-0000000000ff' }, 'AADSTS700016'],
  ])('shows %s on a page of its own and sends nobody there', async (_, parameters, code) => {
    await using azure = await startedAzure()
    const browser = aBrowser(azure.simulator)
    const response = await browser.open(authorizeRequest(azure.simulator, parameters).url)
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    expect(browser.page()).toContain(code)
  })

  it.each([
    ['a request without PKCE', { code_challenge: '' }, 'invalid_request'],
    ['a silent request of nobody', { prompt: 'none' }, 'login_required'],
  ])('sends %s back as an error', async (_, parameters, error) => {
    await using azure = await startedAzure()
    const response = await aBrowser(azure.simulator).open(authorizeRequest(azure.simulator, parameters).url)
    expect(fragmentOf(response)).toMatchObject({ error, state: 'the-state' })
  })

  it('does not take the same page twice, nor from another browser', async () => {
    await using azure = await startedAzure()
    const ada = aBrowser(azure.simulator)
    await ada.open(authorizeRequest(azure.simulator).url)
    const page = ada.page()
    const stolen = /name="transaction" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const thief = aBrowser(azure.simulator)
    await thief.open(authorizeRequest(azure.simulator).url)
    expect((await thief.press({ transaction: stolen, user: userId(azure, 'Ada') })).status).toBe(400)
    expect((await ada.press({ user: userId(azure, 'Ada') })).status).toBe(400)
  })

  it('speaks Italian to those who ask', async () => {
    await using azure = await startedAzure()
    const browser = aBrowser(azure.simulator)
    await browser.open(authorizeRequest(azure.simulator, { ui_locales: 'it' }).url)
    expect(browser.page()).toContain('<html lang="it">')
    expect(browser.page()).toContain('Responsabile delle immagini')
  })

  it('comes back from a cancelled page with access_denied', async () => {
    await using azure = await startedAzure()
    const browser = aBrowser(azure.simulator)
    await browser.open(authorizeRequest(azure.simulator).url)
    expect(fragmentOf(await browser.press({ cancel: '1' }))).toMatchObject({ error: 'access_denied' })
  })
})

describe('a session', () => {
  it('answers silently for the user it knows, and asks which one if it knows two', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const browser = aBrowser(simulator)
    await browser.open(authorizeRequest(simulator).url)
    await browser.press({ user: userId(azure, 'Ada') })
    expect(fragmentOf(await browser.open(authorizeRequest(simulator, { prompt: 'none' }).url))).toHaveProperty('code')
    expect(fragmentOf(await browser.open(authorizeRequest(simulator).url))).toHaveProperty('code')

    await browser.open(authorizeRequest(simulator, { prompt: 'select_account' }).url)
    await browser.press({ user: userId(azure, 'Ben') })
    expect(fragmentOf(await browser.open(authorizeRequest(simulator, { prompt: 'none' }).url))).toMatchObject({
      error: 'interaction_required',
    })
    expect(
      fragmentOf(
        await browser.open(authorizeRequest(simulator, { prompt: 'none', login_hint: 'ben@contoso.example' }).url),
      ),
    ).toHaveProperty('code')
    await browser.open(authorizeRequest(simulator).url)
    expect(browser.page()).toContain('Pick an account')
  })

  it('lets one of two users go, and forgets their refresh token', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const browser = aBrowser(simulator)
    const { url, verifier } = authorizeRequest(simulator)
    await browser.open(url)
    const code = fragmentOf(await browser.press({ user: userId(azure, 'Ada') }))['code'] ?? ''
    const { body } = await postToken(simulator, redemption(simulator, { code, verifier }))
    await browser.open(authorizeRequest(simulator, { prompt: 'select_account' }).url)
    await browser.press({ user: userId(azure, 'Ben') })

    const logout = new URL(simulator.entra.endSessionEndpoint.replace('{tenantid}', 'organizations'))
    logout.search = new URLSearchParams({
      logout_hint: 'ada@contoso.example',
      post_logout_redirect_uri: 'http://localhost:4280/auth/redirect.html',
      state: 's',
    }).toString()
    const response = await browser.open(logout.href)
    expect(response.headers.get('location')).toBe('http://localhost:4280/auth/redirect.html?state=s')
    expect(
      fragmentOf(
        await browser.open(authorizeRequest(simulator, { prompt: 'none', login_hint: 'ada@contoso.example' }).url),
      ),
    ).toHaveProperty('error')
    expect(fragmentOf(await browser.open(authorizeRequest(simulator, { prompt: 'none' }).url))).toHaveProperty('code')
    const refresh = {
      grant_type: 'refresh_token',
      client_id: simulator.applications.portal.clientId,
      refresh_token: textOf(body, 'refresh_token'),
    }
    expect((await postToken(simulator, refresh)).body).toMatchObject({ error: 'invalid_grant' })
  })

  it('goes nowhere unknown after signing out', async () => {
    await using azure = await startedAzure()
    const logout = `${azure.simulator.entra.endSessionEndpoint.replace('{tenantid}', 'organizations')}?post_logout_redirect_uri=https://evil.example/`
    const response = await aBrowser(azure.simulator).open(logout)
    expect([response.status, response.headers.get('location')]).toEqual([200, null])
  })
})

describe('redeeming', () => {
  it('takes a code once', async () => {
    await using azure = await startedAzure()
    const form = redemption(azure.simulator, await aCode(azure))
    expect((await postToken(azure.simulator, form)).status).toBe(200)
    expect((await postToken(azure.simulator, form)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [70008],
    })
  })

  it('takes no code after five minutes', async () => {
    let now = Date.now()
    await using azure = await startedAzure({ entraNow: () => now })
    const form = redemption(azure.simulator, await aCode(azure))
    now += 5 * 60_000
    expect((await postToken(azure.simulator, form)).body).toMatchObject({ error: 'invalid_grant' })
  })

  it.each([
    ['a wrong verifier', { code_verifier: 'x'.repeat(43) }, undefined, 501481],
    ['another redirect URI', { redirect_uri: 'http://localhost:4281/auth/redirect.html' }, undefined, 500112],
    ['no Origin', {}, {}, 9002327],
    ['a foreign Origin', {}, { origin: 'https://evil.example' }, 9002326],
  ])('refuses %s', async (_, more, headers, aadsts) => {
    await using azure = await startedAzure()
    const form = { ...redemption(azure.simulator, await aCode(azure)), ...more }
    const answer = await postToken(azure.simulator, form, headers)
    expect(answer.body).toMatchObject({ error_codes: [aadsts] })
    expect(answer.headers.get('access-control-allow-origin')).toBe(headers === undefined ? portalOrigin : null)
  })

  it('turns a refresh token over', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const first = await portalTokens(simulator, 'Ada')
    const form = {
      grant_type: 'refresh_token',
      client_id: simulator.applications.portal.clientId,
      refresh_token: textOf(first, 'refresh_token'),
      claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
    }
    const { body } = await postToken(simulator, form)
    expect(decodeJwt(textOf(body, 'access_token'))).toMatchObject({ oid: userId(azure, 'Ada'), xms_cc: ['CP1'] })
    expect((await postToken(simulator, form)).body).toMatchObject({ error: 'invalid_grant' })
    expect((await postToken(simulator, { ...form, refresh_token: textOf(body, 'refresh_token') })).status).toBe(200)
  })
})

describe('the second factor', () => {
  it('is shown though a session exists, and is in the token once approved', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const browser = aBrowser(simulator)
    await browser.open(authorizeRequest(simulator).url)
    await browser.press({ user: userId(azure, 'Sam') })
    const { url, verifier } = authorizeRequest(simulator, {
      claims: secondFactorClaims,
      login_hint: 'sam@contoso.example',
    })
    await browser.open(url)
    expect(browser.page()).toContain('Verify your identity')
    const code = fragmentOf(await browser.press({ approve: '1' }))['code'] ?? ''
    const { body } = await postToken(simulator, redemption(simulator, { code, verifier }))
    expect(decodeJwt(textOf(body, 'access_token'))).toMatchObject({ acrs: ['c1'] })
    const refresh = {
      grant_type: 'refresh_token',
      client_id: simulator.applications.portal.clientId,
      refresh_token: textOf(body, 'refresh_token'),
    }
    expect(decodeJwt(textOf((await postToken(simulator, refresh)).body, 'access_token'))).toMatchObject({
      acrs: ['c1'],
    })
  })

  it('is asked for of a silent request and of a refresh token that lack it, which stays good', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const refreshToken = textOf(await portalTokens(simulator, 'Sam'), 'refresh_token')
    const form = {
      grant_type: 'refresh_token',
      client_id: simulator.applications.portal.clientId,
      refresh_token: refreshToken,
    }
    const refused = await postToken(simulator, { ...form, claims: secondFactorClaims })
    expect(refused.body).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      claims: secondFactorClaims,
      error_codes: [50076],
    })
    expect((await postToken(simulator, form)).status).toBe(200)
  })

  it('is asked for of an On-Behalf-Of exchange whose assertion lacks it, and carried over by one that has it', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const plain = await portalTokens(simulator, 'Sam')
    const refused = await postToken(
      simulator,
      { ...exchange(simulator, textOf(plain, 'access_token')), claims: secondFactorClaims },
      {},
    )
    expect([refused.status, refused.body['error']]).toEqual([400, 'interaction_required'])
    const verified = await portalTokens(simulator, 'Sam', secondFactorClaims)
    const granted = await postToken(
      simulator,
      { ...exchange(simulator, textOf(verified, 'access_token')), claims: secondFactorClaims },
      {},
    )
    expect(decodeJwt(textOf(granted.body, 'access_token'))).toMatchObject({
      aud: 'https://management.azure.com',
      acrs: ['c1'],
    })
  })

  it.each([
    ['Ada', undefined, ['pwd', 'mfa']],
    ['Sam', undefined, ['pwd']],
    ['Sam', secondFactorClaims, ['pwd', 'mfa']],
  ])('of %s with the claims %s is said in tokens of version 1.0 alone', async (user, claims, methods) => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const assertion = textOf(await portalTokens(simulator, user, claims), 'access_token')
    const { body } = await postToken(simulator, exchange(simulator, assertion), {})
    const [own, azures] = [decodeJwt(assertion), decodeJwt(textOf(body, 'access_token'))]
    expect([own['ver'], own['amr'], azures['ver'], azures['amr']]).toEqual(['2.0', undefined, '1.0', methods])
  })
})

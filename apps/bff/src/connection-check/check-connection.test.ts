import { checkConnection, type ConnectionCheck, type ConnectionLink, type LinkReport } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, startTestPortal, type Reply, type TestPortal } from '../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'

let portal: TestPortal
beforeEach(async () => (portal = await startTestPortal()))
afterEach(async () => {
  vi.useRealTimers()
  await portal.close()
})

function checkOf(reply: Reply): ConnectionCheck {
  expect(reply.status).toBe(200)
  return checkConnection.response.parse(reply.body)
}

async function check(user = 'ada', subscriptionId?: string): Promise<ConnectionCheck> {
  const asUser = await portal.as(`${user}@contoso.example`)
  return checkOf(await asUser.send('POST', checkConnection.path, { subscriptionId }))
}

async function checkWith(token?: string): Promise<ConnectionCheck> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return checkOf(await ask(`${portal.url}${checkConnection.path}`, { method: 'POST', headers }))
}

const linkOf = ({ links }: ConnectionCheck, name: ConnectionLink): LinkReport | undefined =>
  links.find(({ link }) => link === name)
const verdicts = ({ links }: ConnectionCheck) => links.map(({ verdict }) => verdict)
const provider = ({ links }: ConnectionCheck, namespace: string) => links.find(({ about }) => about === namespace)

/** What Entra ID answers to the next request for a token. */
const entraAnswers = (status: number, error: string, code: number) =>
  portal.azure.faults.answer(
    { method: 'POST', path: /oauth2\/v2\.0\/token$/ },
    { status, body: { error, error_description: `AADSTS${code}: as Entra ID says it.` } },
  )

/** Revokes an administrator's consent for the API. */
function withdrawConsent(): void {
  const { firstObjects, directoryChanges } = portal.azure.world
  const objects = [...firstObjects.values()]
  const api = objects.find(
    (each) => each.kind === 'servicePrincipal' && each.appId === portal.azure.applications.api.clientId,
  )
  for (const each of objects)
    if (each.kind === 'permissionGrant' && each.clientId === api?.id) directoryChanges.set(each.id, null)
}

describe('for a user who is signed in', () => {
  it('looks at each link in its order, and finds nothing amiss', async () => {
    const found = await check()
    expect(found.links.map(({ link, about }) => about ?? link)).toEqual([
      'metadata',
      'signingKeys',
      'userToken',
      'apiCredential',
      'onBehalfOf',
      'resourceManager',
      'Microsoft.Compute',
      'Microsoft.ResourceGraph',
      'Microsoft.Resources',
      'Microsoft.Authorization',
      'Microsoft.KeyVault',
      'Microsoft.ManagedIdentity',
      'Microsoft.Network',
      'clock',
    ])
    expect(new Set(verdicts(found))).toEqual(new Set(['ok']))
    expect(linkOf(found, 'resourceManager')?.facts).toEqual([{ name: 'subscriptions', value: '2' }])
    expect(linkOf(found, 'userToken')?.facts).toContainEqual({
      name: 'aud',
      value: portal.azure.applications.api.clientId,
    })
  })

  it('tells no token, no secret and no name', async () => {
    const asAda = await portal.as('ada@contoso.example')
    const text = JSON.stringify((await asAda.send('POST', checkConnection.path, {})).body)
    const ada = portal.azure.world.users.find(({ userPrincipalName }) => userPrincipalName.startsWith('ada'))
    for (const hidden of [asAda.token.slice(-40), portal.azure.applications.api.clientSecret, ada?.id ?? '', 'ada@'])
      expect(text).not.toContain(hidden)
  })

  it('names missing consent at On-Behalf-Of, and reaches nothing after it; the credential is proven', async () => {
    withdrawConsent()
    const found = await check()
    expect(linkOf(found, 'apiCredential')?.verdict).toBe('ok')
    expect(linkOf(found, 'onBehalfOf')).toMatchObject({
      verdict: 'failed',
      finding: 'ConsentMissing',
      facts: [{ name: 'error', value: 'AADSTS65001' }],
    })
    expect(linkOf(found, 'resourceManager')?.verdict).toBe('notReached')
    expect(linkOf(found, 'resourceProvider')?.verdict).toBe('notReached')
    expect(linkOf(found, 'clock')?.verdict).toBe('ok')
    expect(portal.log.join('\n')).toMatch(/exchange-refused.*AADSTS65001/)
  })

  it('sees a consent that was given a moment ago, though the refusal before is remembered', async () => {
    const changes = portal.azure.world.directoryChanges
    withdrawConsent()
    const asAda = await portal.as('ada@contoso.example')
    expect((await asAda.get('/api/subscriptions')).problem().code).toBe('ConsentRequired')
    changes.clear()
    const found = checkOf(await asAda.send('POST', checkConnection.path, {}))
    expect(new Set(verdicts(found))).toEqual(new Set(['ok']))
    expect((await asAda.get('/api/subscriptions')).status).toBe(200)
  })

  it.each([
    ['a wrong secret', 401, 'invalid_client', 7000215, 'apiCredential', 'SecretWrong'],
    ['a secret that has expired', 401, 'invalid_client', 7000222, 'apiCredential', 'SecretExpired'],
    ['a subject that differs', 400, 'invalid_client', 700213, 'apiCredential', 'FederatedCredentialDiffers'],
    ['a wrong audience', 400, 'invalid_grant', 500131, 'onBehalfOf', 'AssertionRefused'],
    ['a second factor', 400, 'interaction_required', 50076, 'onBehalfOf', 'MoreProofNeeded'],
    ['a device that is not managed', 400, 'interaction_required', 53000, 'onBehalfOf', 'BlockedByConditionalAccess'],
    ['a code without a text', 400, 'invalid_grant', 1234567, 'onBehalfOf', 'ExchangeRefused'],
  ] as const)('tells %s from the rest', async (_, status, error, code, link, finding) => {
    const asAda = await portal.as('ada@contoso.example')
    entraAnswers(status, error, code)
    const found = checkOf(await asAda.send('POST', checkConnection.path, {}))
    expect(linkOf(found, link)).toMatchObject({ verdict: 'failed', finding })
    expect(linkOf(found, 'resourceManager')?.verdict).toBe('notReached')
  })

  it('says that Entra ID has enough, and leaves the token that serves', async () => {
    const asAda = await portal.as('ada@contoso.example')
    await asAda.get('/api/subscriptions')
    entraAnswers(429, 'temporarily_unavailable', 90_055)
    const found = checkOf(await asAda.send('POST', checkConnection.path, {}))
    expect(linkOf(found, 'apiCredential')).toMatchObject({ verdict: 'failed', finding: 'EntraBusy' })
    expect((await asAda.get('/api/subscriptions')).status).toBe(200)
  })

  it('says what Azure Resource Manager answers instead', async () => {
    const arm = { path: /^\/subscriptions$/ }
    for (let attempt = 0; attempt < 3; attempt += 1) portal.azure.faults.reset(arm)
    expect(linkOf(await check(), 'resourceManager')).toMatchObject({ verdict: 'failed', finding: 'ArmUnreachable' })
    const refusal = { error: { code: 'InvalidAuthenticationToken', message: 'No.' } }
    portal.azure.faults.answer(arm, { status: 401, body: refusal })
    expect(linkOf(await check(), 'resourceManager')).toMatchObject({ verdict: 'failed', finding: 'ArmRefusesToken' })
    portal.azure.faults.answer(arm, { status: 200, body: { value: [] } })
    const found = await check()
    expect(linkOf(found, 'resourceManager')).toMatchObject({ verdict: 'warning', finding: 'NoSubscriptions' })
    expect(linkOf(found, 'resourceProvider')?.verdict).toBe('notReached')
  })

  it('fails at its server’s clock where that is off, and not at Azure’s own time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 })
    // This clock does not move, but Entra ID's does during the check.
    const about600 = expect.stringMatching(/^-(600|59\d) s$/) as unknown
    expect(linkOf(await check(), 'clock')).toMatchObject({
      verdict: 'failed',
      finding: 'ServerClockOff',
      facts: [{ name: 'Entra ID', value: about600 }, { name: 'Azure Resource Manager' }],
    })
  })
})

describe('of the resource providers', () => {
  const unregister = async (namespace: string) => {
    const { registrations } = portal.azure.world
    registrations.set(`${production}/${namespace}`.toLowerCase(), { to: 'Unregistered', endsAt: 0 })
  }

  it('one that everything needs fails, one for a part warns, each in the subscription that was asked for', async () => {
    await unregister('Microsoft.Compute')
    await unregister('Microsoft.Network')
    const found = await check('ada', production)
    expect(found.subscriptionId).toBe(production)
    const facts = [{ name: 'registrationState', value: 'Unregistered' }]
    expect(provider(found, 'Microsoft.Compute')).toMatchObject({
      verdict: 'failed',
      finding: 'ProviderNotRegistered',
      facts,
    })
    expect(provider(found, 'Microsoft.Network')).toMatchObject({ verdict: 'warning', finding: 'ProviderNotRegistered' })
    expect(provider(found, 'Microsoft.KeyVault')?.verdict).toBe('ok')
    expect(provider(await check('ada'), 'Microsoft.Compute')?.verdict).toBe('ok')
  })

  it('a version of an API that the cloud does not know is named beside the newest it knows', async () => {
    portal.azure.faults.answer(
      { path: /providers\/Microsoft\.KeyVault$/ },
      {
        status: 200,
        body: {
          registrationState: 'Registered',
          resourceTypes: [{ resourceType: 'vaults', locations: [], apiVersions: ['2019-09-01'] }],
        },
      },
    )
    expect(provider(await check(), 'Microsoft.KeyVault')).toMatchObject({
      verdict: 'warning',
      finding: 'ApiVersionUnknown',
      facts: [
        { name: 'registrationState' },
        { name: 'vaults', value: '2019-09-01', expected: '2026-02-01' },
        { name: 'vaults/keys', value: '–', expected: '2026-02-01' },
      ],
    })
  })

  it('one that the user may not see, or that the cloud does not have, is a warning', async () => {
    const refuse = (namespace: string, status: number, code: string) =>
      portal.azure.faults.answer(
        { path: new RegExp(`providers/${namespace}$`) },
        { status, body: { error: { code, message: 'No.' } } },
      )
    refuse('Microsoft.Network', 403, 'AuthorizationFailed')
    refuse('Microsoft.ResourceGraph', 404, 'InvalidResourceNamespace')
    const found = await check()
    expect(provider(found, 'Microsoft.Network')).toMatchObject({ verdict: 'warning', finding: 'ProviderUnreadable' })
    expect(provider(found, 'Microsoft.ResourceGraph')).toMatchObject({
      verdict: 'warning',
      finding: 'ApiVersionUnknown',
    })
  })
})

describe('for who is not let in', () => {
  it('looks at what needs no token, and says that there is none', async () => {
    const found = await checkWith()
    expect(found.links.map(({ link, verdict }) => `${link} ${verdict}`)).toEqual([
      'metadata ok',
      'signingKeys ok',
      'userToken failed',
      'apiCredential notReached',
      'onBehalfOf notReached',
      'resourceManager notReached',
      'resourceProvider notReached',
      'clock ok',
    ])
    expect(linkOf(found, 'userToken')).toMatchObject({ finding: 'TokenMissing', facts: [] })
    expect(portal.azure.requests).toEqual([])
  })

  it('tells why a token of Entra ID’s is not taken, and what it says of itself', async () => {
    const { firstObjects, directoryChanges } = portal.azure.world
    const { api } = portal.azure.applications
    for (const object of firstObjects.values())
      if (object.kind === 'application' && object.appId === api.clientId)
        directoryChanges.set(object.id, { ...object, api: { ...object.api, requestedAccessTokenVersion: null } })
    const { token } = await portal.as('ada@contoso.example')
    expect(linkOf(await checkWith(token), 'userToken')).toMatchObject({
      verdict: 'failed',
      finding: 'TokenVersion',
      facts: expect.arrayContaining([{ name: 'ver', value: '1.0', expected: '2.0' }]) as unknown,
    })
    expect(portal.azure.requests).toEqual([])
  })

  it('tells nothing of a token that Entra ID has not signed, reads no body, and logs the refusal', async () => {
    const { token } = await portal.as('ada@contoso.example')
    const forged = `${token.slice(0, -8)}AAAAAAAA`
    const reply = await ask(`${portal.url}${checkConnection.path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${forged}`, 'content-type': 'text/plain' },
      body: 'x'.repeat(100_000),
    })
    expect(linkOf(checkOf(reply), 'userToken')).toMatchObject({ finding: 'TokenNotSigned', facts: [] })
    expect(portal.log.join('\n')).toMatch(/token-refused.*SIGNATURE/)
  })

  it('refuses a token whose user has signed out, as everywhere', async () => {
    const asAda = await portal.as('ada@contoso.example')
    await asAda.send('DELETE', '/api/session', {})
    expect(linkOf(await checkWith(asAda.token), 'userToken')).toMatchObject({ finding: 'TokenSignedOut', facts: [] })
  })

  it('asks Entra ID once for all who come within some seconds', async () => {
    portal.azure.faults.answer({ path: /openid-configuration$/ }, { status: 503, body: 'down' })
    const found = await Promise.all([checkWith(), checkWith(), checkWith()])
    for (const each of found) expect(linkOf(each, 'metadata')).toMatchObject({ finding: 'EntraUnreachable' })
  })
})

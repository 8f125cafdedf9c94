import { describe, expect, it } from 'vitest'
import { manualClock, type ManualClock } from '../clock/clock.ts'
import { objectsAt, textAt } from '../json.ts'
import { startAzureSimulator, type AzureSimulator } from '../simulator.ts'
import { aBrowser, aSigningKey, authorizeRequest, fragmentOf, programToken, textOf } from '../testing/azure.ts'
import { armWith, aSet, aVersion, aVisitor, postForm, type Visitor } from '../testing/sandboxes.ts'
import { fabrikam } from '../worlds/fabrikam.ts'
import type { SandboxLimits } from './sandbox-limits.ts'

const minute = 60_000
const signingKey = aSigningKey()

interface Demonstration extends AsyncDisposable {
  simulator: AzureSimulator
  /** advances real time */
  pass(milliseconds: number): void
  /** those of the sandboxes, in order of creation */
  clocks: ManualClock[]
}

async function aDemonstration(limits: Partial<SandboxLimits> = {}): Promise<Demonstration> {
  let now = Date.now()
  const clocks: ManualClock[] = []
  const newClock = () => {
    const clock = manualClock('2026-11-24T09:00:00Z')
    clocks.push(clock)
    return clock
  }
  const sandboxes = { limits, newClock }
  const simulator = await startAzureSimulator({ sandboxes, signingKey: await signingKey, entraNow: () => now })
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { simulator, clocks, pass, [Symbol.asyncDispose]: () => simulator.close() }
}

const groups = ({ world }: AzureSimulator) =>
  `/subscriptions/${world.subscriptions[0]?.subscriptionId}/resourceGroups?api-version=2021-04-01`

describe('a browser that comes to `organizations`', () => {
  it('gets a tenant of its own, and comes back to it as whomever it likes', async () => {
    await using demonstration = await aDemonstration()
    const { simulator } = demonstration
    const browser = aBrowser(simulator)
    const [ada, again, other] = [
      await aVisitor(simulator, { browser }),
      await aVisitor(simulator, { browser }),
      await aVisitor(simulator),
    ]
    expect(again.tenantId).toBe(ada.tenantId)
    expect(new Set([ada.tenantId, other.tenantId, simulator.tenantId]).size).toBe(3)
    expect([...simulator.tenants.values()].map(({ tenantId }) => tenantId).sort()).toEqual(
      [ada.tenantId, other.tenantId, simulator.tenantId, fabrikam().tenantId].sort(),
    )
  })

  it('is somebody else at one click: a login hint goes straight through, unless a choice is asked for', async () => {
    await using demonstration = await aDemonstration()
    const { simulator } = demonstration
    const browser = aBrowser(simulator)
    await aVisitor(simulator, { browser })
    const hint = { login_hint: 'rita@contoso.example' }
    const straight = await browser.open(authorizeRequest(simulator, hint).url)
    expect([straight.status, fragmentOf(straight)['code']]).toEqual([303, expect.any(String)])
    for (const prompt of ['login', 'select_account'])
      expect((await browser.open(authorizeRequest(simulator, { ...hint, prompt }).url)).status).toBe(200)
  })

  it('gets none for a silent request', async () => {
    await using demonstration = await aDemonstration()
    const { simulator } = demonstration
    const silent = await aBrowser(simulator).open(authorizeRequest(simulator, { prompt: 'none' }).url)
    expect(fragmentOf(silent)['error']).toBe('login_required')
    expect(simulator.sandboxes?.values()).toEqual([])
  })

  it('keeps the cookie of its sandbox from scripts and other sites', async () => {
    await using demonstration = await aDemonstration()
    const response = await aBrowser(demonstration.simulator).open(authorizeRequest(demonstration.simulator).url)
    const cookie = response.headers.getSetCookie().find((text) => text.startsWith('simulator-sandbox-'))
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
  })
})

describe('a sandbox', () => {
  it('is seen by nobody else, and names its own tenant', async () => {
    await using demonstration = await aDemonstration()
    const { simulator } = demonstration
    const [one, other] = [await aVisitor(simulator), await aVisitor(simulator)]
    const version = aVersion(simulator, '7.0.0')
    expect((await one.arm('PUT', version.path, version.body)).status).toBe(201)
    expect([(await one.arm('GET', version.path)).status, (await other.arm('GET', version.path)).status]).toEqual([
      200, 404,
    ])
    const vaults = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}/providers/Microsoft.KeyVault/vaults?api-version=2024-11-01`
    for (const { arm, tenantId } of [one, other]) {
      const all = objectsAt((await arm('GET', vaults)).body, 'value')
      expect(new Set(all.map((vault) => textAt(vault, 'properties', 'tenantId')))).toEqual(new Set([tenantId]))
    }
  })

  it('has a tenant id of which every bit is drawn', async () => {
    await using demonstration = await aDemonstration()
    const { sandboxes } = demonstration.simulator
    const ids = Array.from({ length: 64 }, () => sandboxes?.start(undefined).tenantId ?? '')
    const bits = ids.map((id) => BigInt(`0x${id.replaceAll('-', '')}`))
    const everSet = bits.reduce((all, id) => all | id, 0n)
    const neverClear = bits.reduce((all, id) => all & id)
    expect([everSet, neverClear]).toEqual([(1n << 128n) - 1n, 0n])
  })

  it('sends for a second factor to its own tenant', async () => {
    await using demonstration = await aDemonstration()
    const { simulator } = demonstration
    const sam = await aVisitor(simulator, { firstName: 'Sam' })
    const { path, body } = aSet(simulator, 'MySet')
    const refused = await sam.arm('PUT', path, body)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toContain(`/${sam.tenantId}/oauth2/v2.0/authorize`)
  })

  it('is gone after half an hour without a request: for ARM, for Entra and for its browser', async () => {
    await using demonstration = await aDemonstration()
    const { simulator, pass } = demonstration
    const browser = aBrowser(simulator)
    const ada = await aVisitor(simulator, { browser })
    pass(10 * minute)
    expect((await ada.arm('GET', groups(simulator))).status).toBe(200)
    pass(30 * minute)
    expect(await refreshed(ada, simulator)).toMatchObject({ error_codes: [90002] })
    expect(simulator.tenants.get(ada.tenantId)).toBeUndefined()
    const keys = await fetch(`${simulator.url}/${ada.tenantId}/v2.0/.well-known/openid-configuration`)
    expect(await keys.json()).toMatchObject({ error: 'invalid_request', error_codes: [90002] })
    expect((await aVisitor(simulator, { browser })).tenantId).not.toBe(ada.tenantId)
  })

  it('that is gone is no tenant for ARM, though the token is still good', async () => {
    await using demonstration = await aDemonstration({ idle: minute })
    const { simulator, pass } = demonstration
    const ada = await aVisitor(simulator)
    pass(minute)
    expect(await ada.arm('GET', groups(simulator))).toMatchObject({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationToken' } },
    })
  })

  it('stays while an operation runs that is younger than ten minutes, and not after four hours', async () => {
    await using demonstration = await aDemonstration()
    const { simulator, clocks, pass } = demonstration
    const ada = await aVisitor(simulator)
    const version = aVersion(simulator, '7.0.0')
    await ada.arm('PUT', version.path, version.body)
    pass(31 * minute)
    expect(simulator.tenants.get(ada.tenantId)).toBeDefined()
    clocks[0]?.advance(10 * minute)
    for (let hours = 0; hours < 3.5; hours += 0.25) {
      expect(simulator.tenants.get(ada.tenantId)).toBeDefined()
      pass(15 * minute)
    }
    expect(simulator.tenants.get(ada.tenantId)).toBeUndefined()
  })

  it('takes no more resources than its share, until some are deleted', async () => {
    await using demonstration = await aDemonstration({ resources: 2 })
    const { simulator, clocks } = demonstration
    const ada = await aVisitor(simulator)
    const versions = ['7.0.0', '7.0.1', '7.0.2'].map((name) => aVersion(simulator, name))
    const put = async (index: number) => ada.arm('PUT', versions[index]?.path ?? '', versions[index]?.body)
    expect([(await put(0)).status, (await put(1)).status]).toEqual([201, 201])
    expect(await put(2)).toMatchObject({ status: 409, body: { error: { code: 'SandboxQuotaExceeded' } } })
    clocks[0]?.advance(60 * minute)
    await ada.arm('DELETE', versions[0]?.path ?? '')
    clocks[0]?.advance(60 * minute)
    expect((await put(2)).status).toBe(201)
  })
})

describe('the tenant of the world, where browsers have their own', () => {
  it('D01: is closed: nobody signs in there, no program, and no token of it is good', async () => {
    const open = await startAzureSimulator({ signingKey: await signingKey })
    const url = new URL(open.url)
    const ada = await aVisitor(open)
    const programs = await programToken(open, 'https://management.azure.com/.default')
    await open.close()

    const simulator = await startAzureSimulator({ sandboxes: {}, signingKey: await signingKey, port: Number(url.port) })
    await using _ = { [Symbol.asyncDispose]: () => simulator.close() }
    expect(simulator.url).toBe(open.url)
    for (const segment of [simulator.tenantId, simulator.world.domain, fabrikam().tenantId]) {
      const browser = aBrowser(simulator)
      const { status } = await browser.open(authorizeRequest(simulator).url.replace('/organizations/', `/${segment}/`))
      expect([status, browser.page()]).toEqual([400, expect.stringContaining(`Tenant &#39;${segment}&#39; not found`)])
    }
    for (const token of [ada.armToken, programs])
      for (const path of ['/simulator/world', groups(simulator)])
        expect(await armWith(simulator, token)('GET', path)).toMatchObject({
          status: 401,
          body: { error: { code: 'InvalidAuthenticationToken' } },
        })
  })

  it('D01: lets no program in at organizations either, into whosever sandbox', async () => {
    await using demonstration = await aDemonstration()
    const { simulator } = demonstration
    const { tenantId } = await aVisitor(simulator)
    const [program] = simulator.world.servicePrincipals
    const asks = (segment: string) =>
      fetch(simulator.entra.tokenEndpoint.replace('{tenantid}', segment), {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: program?.clientId ?? '',
          client_secret: program?.clientSecret ?? '',
          scope: 'https://management.azure.com/.default',
        }),
      }).then(async (response) => [response.status, await response.json()])
    expect(await asks('organizations')).toMatchObject([400, { error_codes: [50059] }])
    expect(await asks(simulator.tenantId)).toMatchObject([400, { error_codes: [90002] }])
    expect(await asks(tenantId)).toMatchObject([200, { token_type: 'Bearer' }])
  })
})

describe('where there is no room', () => {
  it('a browser is told when to come back, and gets in once the sandbox used least recently is over', async () => {
    await using demonstration = await aDemonstration({ sandboxes: 2 })
    const { simulator, pass } = demonstration
    const first = await aVisitor(simulator)
    pass(10 * minute)
    await aVisitor(simulator)
    const full = await aBrowser(simulator).open(authorizeRequest(simulator).url)
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '1200'])
    pass(20 * minute)
    await aVisitor(simulator)
    expect(simulator.tenants.get(first.tenantId)).toBeUndefined()
    expect(simulator.sandboxes?.values()).toHaveLength(2)
  })

  it('counts the memory of all together', async () => {
    await using demonstration = await aDemonstration({ totalBytes: 1000 })
    const { simulator } = demonstration
    const ada = await aVisitor(simulator)
    const set = aSet(simulator, 'MySet')
    expect(await ada.arm('PUT', set.path, set.body)).toMatchObject({ status: 202 })
    expect((await aBrowser(simulator).open(authorizeRequest(simulator).url)).status).toBe(503)
  })

  it('D03: the addresses of one network of IPv6 count as one', async () => {
    await using demonstration = await aDemonstration()
    const { url } = authorizeRequest(demonstration.simulator)
    const from = async (address: string) => (await fetch(url, { headers: { 'x-forwarded-for': address } })).status
    for (const host of ['::1', ':0:0:0:7', ':ffff::', ':a:b:c:d', '::9%eth0'])
      expect(await from(`2001:db8:0:1${host}`)).toBe(200)
    expect(await from('2001:0DB8::1:9:9:9:9')).toBe(429)
    expect([await from('2001:db8:0:2::1'), await from('::ffff:203.0.113.7'), await from('203.0.113.7')]).toEqual([
      200, 200, 200,
    ])
  })

  it('one address gets five in ten minutes, and this machine as many as it likes', async () => {
    await using demonstration = await aDemonstration()
    const { simulator, pass } = demonstration
    const { url } = authorizeRequest(simulator)
    const from = (address: string) => fetch(url, { headers: { 'x-forwarded-for': `10.0.0.9, ${address}` } })
    for (let count = 0; count < 5; count++) expect((await from('203.0.113.7')).status).toBe(200)
    pass(4 * minute)
    const refused = await from('203.0.113.7')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '360'])
    expect(await refused.text()).toContain('Try again in 6 minutes.')
    expect([(await from('203.0.113.8')).status, (await fetch(url)).status]).toEqual([200, 200])
    pass(6 * minute)
    expect((await from('203.0.113.7')).status).toBe(200)
  })
})

function refreshed({ tokens }: Visitor, simulator: AzureSimulator) {
  return postForm(simulator, {
    grant_type: 'refresh_token',
    client_id: simulator.applications.portal.clientId,
    refresh_token: textOf(tokens, 'refresh_token'),
  })
}

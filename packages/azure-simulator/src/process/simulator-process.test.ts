import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aBrowser, aSigningKey, authorizeRequest, fragmentOf, textOf, type ReachedSimulator } from '../testing/azure.ts'
import { aVersion, armWith, aVisitor, postForm, type Visitor } from '../testing/sandboxes.ts'
import { contoso } from '../worlds/contoso.ts'
import {
  startSimulatorProcess,
  type Interruption,
  type SimulatorProcess,
  type SimulatorProcessOptions,
} from './simulator-process.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const signingKey = aSigningKey()

/** What no guard foresaw, in the place of some step of every request about a resource. */
const planted = `
const decode = globalThis.decodeURI
globalThis.decodeURI = (path) => {
  if (path.includes('planted-loop')) for (;;);
  // Without the processor, which the other tests need.
  if (path.includes('planted-hang')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (path.includes('planted-fill')) for (const all = []; ; ) all.push(new Array(1e6).fill({}))
  if (path.includes('planted-buffers')) globalThis.all = Array.from({ length: 2 }, () => Buffer.alloc(2 ** 28, 1))
  return decode(path)
}`

interface Demonstration {
  process: SimulatorProcess
  simulator: ReachedSimulator
  interruptions: Interruption[]
}

let folder: string
let running: SimulatorProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-process-'))
  running = []
})
afterEach(async () => {
  for (const each of running) await each.close()
  rmSync(folder, { recursive: true })
})

async function aDemonstration(options: Partial<SimulatorProcessOptions> = {}): Promise<Demonstration> {
  const interruptions: Interruption[] = []
  const started = await startSimulatorProcess({
    origin: 'http://localhost:4290',
    signingKey: await signingKey,
    sandboxFile: join(folder, 'sandboxes.sqlite'),
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(planted)}`],
    onInterruption: (interruption) => interruptions.push(interruption),
    ...options,
  })
  running.push(started)
  const { url, tenantId, portalClientId, apiClientId, apiClientSecret } = started
  const simulator: ReachedSimulator = {
    url,
    tenantId,
    applications: {
      portal: { clientId: portalClientId },
      api: {
        clientId: apiClientId,
        clientSecret: apiClientSecret,
        scope: `api://${apiClientId}/access_as_user`,
      },
    },
    entra: {
      issuer: (id) => `http://localhost:4290/${id}/v2.0`,
      issuerTemplate: '',
      authorizationEndpoint: `${url}/{tenantid}/oauth2/v2.0/authorize`,
      tokenEndpoint: `${url}/{tenantid}/oauth2/v2.0/token`,
      endSessionEndpoint: `${url}/{tenantid}/oauth2/v2.0/logout`,
      jwksUri: `${url}/{tenantid}/discovery/v2.0/keys`,
    },
    world: contoso({ now: Date.now() }),
  }
  return { process: started, simulator, interruptions }
}

/** A visitor's request that hangs the simulator; what the sender sees. */
function plant(
  { arm }: Visitor,
  { world }: ReachedSimulator,
  fault: 'loop' | 'hang' | 'fill' | 'buffers',
): Promise<string> {
  const [subscription] = world.subscriptions
  const path = `/subscriptions/${subscription?.subscriptionId}/resourceGroups/planted-${fault}`
  return arm('PUT', path, { location: 'westus' }).then(
    ({ status }) => String(status),
    () => 'no answer',
  )
}

async function isBack({ process }: Demonstration): Promise<void> {
  await expect.poll(() => process.isUp()).toBe(false)
  await expect.poll(() => process.isUp()).toBe(true)
}

describe('a simulator that does not come back from a request', () => {
  it('D04: is ended after two seconds, and is back at the same address with every other sandbox and who is signed in', async () => {
    const demonstration = await aDemonstration()
    const { simulator, interruptions } = demonstration
    const browser = aBrowser(simulator)
    const [ada, other] = [await aVisitor(simulator), await aVisitor(simulator, { browser })]
    const version = aVersion(simulator, '7.0.0')
    expect((await other.arm('PUT', version.path, version.body)).status).toBe(201)

    const before = performance.now()
    const [seen] = await Promise.all([plant(ada, simulator, 'loop'), isBack(demonstration)])
    expect(seen).toBe('no answer')
    expect(interruptions).toEqual([{ reason: 'did not respond', culprit: ada.tenantId }])
    expect(performance.now() - before).toBeGreaterThan(2000)

    expect((await other.arm('GET', version.path)).status).toBe(200)
    const world = (await other.arm('GET', '/simulator/world')).body
    expect([world['isSetAside'], textOf(world, 'restartedAt')]).toEqual([false, expect.stringMatching(/^\d{4}-.*Z$/)])
    const silent = await browser.open(
      authorizeRequest(simulator, { prompt: 'none' }).url.replace('/organizations/', `/${other.tenantId}/`),
    )
    expect(fragmentOf(silent)['code']).toBeDefined()
    const renewed = await postForm(simulator, {
      grant_type: 'refresh_token',
      client_id: simulator.applications.portal.clientId,
      refresh_token: textOf(other.tokens, 'refresh_token'),
    })
    expect(textOf(renewed, 'access_token')).not.toBe('')
  })

  it('D05: sets the sandbox aside that it was at work in, says so there, and goes on with it once it is reset', async () => {
    const demonstration = await aDemonstration()
    const { simulator } = demonstration
    const ada = await aVisitor(simulator)
    const version = aVersion(simulator, '7.0.0')
    await ada.arm('PUT', version.path, version.body)
    await Promise.all([plant(ada, simulator, 'hang'), isBack(demonstration)])

    expect(await ada.arm('GET', version.path)).toMatchObject({
      status: 409,
      body: { error: { code: 'SandboxSetAside' } },
    })
    expect((await ada.arm('GET', '/simulator/world')).body).toMatchObject({ isSetAside: true })
    expect((await ada.arm('POST', '/simulator/world/reset')).body).toMatchObject({ isSetAside: false })
    expect((await ada.arm('GET', version.path)).status).toBe(404)
    expect((await ada.arm('PUT', version.path, version.body)).status).toBe(201)

    await Promise.all([plant(ada, simulator, 'hang'), isBack(demonstration)])
    const refused = await ada.arm('POST', '/simulator/world/reset')
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.closeTo(300, -2)])
  })

  it.each(['fill', 'buffers'] as const)(
    'D06: ends alone where a request takes all the memory it may (%s)',
    async (fault) => {
      let printed = ''
      const onOutput = (text: string) => void (printed += text)
      const demonstration = await aDemonstration({ memoryMb: 128, silenceMs: 60_000, onOutput })
      const { simulator, interruptions } = demonstration
      const [ada, other] = [await aVisitor(simulator), await aVisitor(simulator)]
      await Promise.all([plant(ada, simulator, fault), isBack(demonstration)])
      expect(interruptions).toHaveLength(1)
      expect(interruptions[0]?.reason).toBe(fault === 'fill' ? 'ended' : 'used too much memory')
      expect(printed.includes('FATAL ERROR')).toBe(fault === 'fill')
      expect((await other.arm('GET', '/simulator/world')).body).toMatchObject({ isSetAside: false })
    },
  )

  it('is set aside by the next start of the demonstration too', async () => {
    const first = await aDemonstration()
    const ada = await aVisitor(first.simulator)
    await Promise.all([plant(ada, first.simulator, 'hang'), isBack(first)])
    await first.process.close()

    const second = await aDemonstration()
    const again = armWith(second.simulator, ada.armToken)
    expect((await again('GET', '/simulator/world')).body).toMatchObject({ isSetAside: true, restartedAt: null })
  })
})

it('a simulator in a process leaves nothing behind but the sandboxes', async () => {
  const { process, simulator } = await aDemonstration()
  await aVisitor(simulator)
  await process.close()
  expect(readdirSync(folder).filter((name) => !name.startsWith('sandboxes.sqlite'))).toEqual([])
  await expect(fetch(simulator.url)).rejects.toThrow('fetch failed')
})

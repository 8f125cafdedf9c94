import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { blankPlan, blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { demonstrationOn, startPortalProcess, type PortalProcess } from './testing/portal-process.ts'
import { signInByHttp, ask, type Reply } from './testing/portal.ts'

// The portal as a separate process, with a simulator that outlives it. Two of them start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const definition = `${group}/galleries/contosoGallery/images/ubuntu-web`
const plan: ImageVersionPlan = {
  ...blankPlan(definition),
  name: '3.0.0',
  location: 'westus',
  source: { type: 'ManagedImage', id: `${group}/images/myImage` },
  targetRegions: [blankTargetRegion('westus')],
}
const put = { method: 'PUT', path: /\/versions\/3\.0\.0$/ }

let azure: AzureSimulator
let webRoot: string
let processes: ChildProcess[]
let token: string

beforeEach(async () => {
  azure = await startAzureSimulator()
  webRoot = mkdtempSync(join(tmpdir(), 'portal-web-'))
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Portal</title>')
  processes = []
  token = await signInByHttp(azure, 'ada@contoso.example')
})
afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL')
  await azure.close()
  rmSync(webRoot, { recursive: true })
})

async function startPortal(nodeOptions: string[] = []): Promise<PortalProcess> {
  const started = await startPortalProcess({ env: { ...demonstrationOn(azure), WEB_ROOT: webRoot }, nodeOptions })
  processes.push(started.child)
  return started
}

const create = (url: string): Promise<Reply> =>
  ask(`${url}/api/image-versions`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(plan),
  })
const puts = () => azure.requests.filter(({ method, path }) => method === 'PUT' && put.path.test(path))

describe('a portal that is killed', () => {
  it('F01: after Azure took the version on loses nothing: another one finds it, and does not send again', async () => {
    const first = await startPortal()
    const held = azure.faults.holdAnswer(put)
    const lost = create(first.url).then(
      () => 'answered',
      () => 'no answer',
    )
    await held.arrived
    first.child.kill('SIGKILL')
    expect(await lost).toBe('no answer')
    held.release()

    const second = await startPortal()
    expect(await create(second.url)).toMatchObject({ status: 200, body: { id: `${definition}/versions/3.0.0` } })
    expect(puts()).toHaveLength(1)
  })

  it('F02: before the request left has created nothing, and another one sends it', async () => {
    const first = await startPortal()
    const held = azure.faults.hold({ method: 'GET', path: /\/images\/ubuntu-web$/ })
    const lost = create(first.url).catch(() => 'no answer')
    await held.arrived
    first.child.kill('SIGKILL')
    expect(await lost).toBe('no answer')
    held.release()
    expect(puts()).toHaveLength(0)

    const second = await startPortal()
    expect((await create(second.url)).status).toBe(200)
    expect(puts()).toHaveLength(1)
  })
})

it('a portal that has just come up serves whoever another one served, with no store between them', async () => {
  const [first, second] = await Promise.all([startPortal(), startPortal()])
  expect((await create(first.url)).status).toBe(200)
  first.child.kill('SIGKILL')
  const reply = await ask(`${second.url}/api/image-version?id=${encodeURIComponent(`${definition}/versions/3.0.0`)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(reply).toMatchObject({ status: 200, body: { name: '3.0.0' } })
  expect(await create(second.url)).toMatchObject({ status: 200 })
  expect(puts()).toHaveLength(1)
})

it('F44: a rejection that nobody handles ends a portal with 1, once it has answered what it has begun', async () => {
  const stray =
    "process.on('SIGUSR2', () => setImmediate(() => void Promise.reject(new Error(['a', 'name'].join(' of ')))))"
  const { url, child, lines } = await startPortal(['--import', `data:text/javascript,${encodeURIComponent(stray)}`])
  const held = azure.faults.holdAnswer(put)
  const answer = create(url)
  await held.arrived
  const exited = once(child, 'exit')
  child.kill('SIGUSR2')
  await expect.poll(() => lines.join('\n')).toContain('"event":"uncaught"')
  held.release()
  expect((await answer).status).toBe(200)
  expect(await exited).toEqual([1, null])
  expect(lines.join('\n')).toMatch(/"event":"uncaught","error":"Error","stack":\["at /)
  expect(lines.join('\n')).not.toContain('a of name')

  const next = await startPortal()
  expect((await create(next.url)).status).toBe(200)
  expect(puts()).toHaveLength(1)
})

it('a portal tells of each write though its log is silent, and changes nothing after SIGUSR2', async () => {
  const env = { ...demonstrationOn(azure), WEB_ROOT: webRoot, LOG_LEVEL: 'silent' }
  const { url, child, lines } = await startPortalProcess({ env })
  processes.push(child)
  expect((await create(url)).status).toBe(200)
  await expect.poll(() => lines.filter((line) => line.includes('"event":"write-ended"')).length).toBe(1)
  expect(lines.find((line) => line.includes('"event":"write-begun"'))).toContain('"name":"3.0.0"')
  child.kill('SIGUSR2')
  await expect.poll(async () => (await create(url)).status).toBe(403)
  expect((await create(url)).problem().code).toBe('PortalReadOnly')
})

it('S77: SIGUSR1 opens no inspector', async () => {
  const { url, child, lines, complaints } = await startPortal()
  child.kill('SIGUSR1')
  await expect.poll(() => lines.join('\n')).toContain('"event":"inspector-refused"')
  expect((await ask(`${url}/livez`)).status).toBe(200)
  expect(complaints.join('\n')).not.toContain('Debugger listening')
})

describe('a portal that is told to end', () => {
  it('answers what it has begun, then exits with 0', async () => {
    const { url, child } = await startPortal()
    const held = azure.faults.holdAnswer(put)
    const answer = create(url)
    await held.arrived
    const exited = once(child, 'exit')
    child.kill('SIGINT')
    held.release()
    expect((await answer).status).toBe(200)
    expect(await exited).toEqual([0, null])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'L7: loses no request of those who ask again and again when %s comes',
    async (signal) => {
      const { url, child } = await startPortal()
      const exited = once(child, 'exit')
      let answered = 0
      // like a load balancer: on a kept-alive connection, until it sees that the connection ends
      const askedUntilEnd = async () => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 })
        for (;;) {
          const sent = get(`${url}/livez`, { agent })
          const [response] = (await once(sent, 'response')) as [IncomingMessage]
          await response.resume().toArray()
          answered += 1
          if (answered === 200) child.kill(signal)
          if (response.headers.connection === 'close') return response.statusCode
        }
      }
      expect(await Promise.all(Array.from({ length: 20 }, askedUntilEnd))).toEqual(Array<number>(20).fill(200))
      expect(await exited).toEqual([0, null])
    },
  )
})

it('serves the portal it is given', async () => {
  const { url } = await startPortal()
  expect(await ask(url)).toMatchObject({ status: 200, body: '<!doctype html><title>Portal</title>' })
  expect(await ask(`${url}/readyz`)).toMatchObject({ status: 200 })
})

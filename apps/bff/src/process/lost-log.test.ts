import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { codeOf } from '../refusals/refusal.ts'
import { encryptedPlan, put, versionId } from '../testing/faults.ts'
import {
  demonstrationOn,
  startPortalProcess,
  type PortalProcess,
  type ProcessOptions,
} from '../testing/portal-process.ts'
import { ask, signInByHttp, type Reply } from '../testing/portal.ts'

// The portal as a separate process whose standard output can't be written.
vi.setConfig({ testTimeout: 60_000 })

let azure: AzureSimulator
let folder: string
let token: string
let portal: PortalProcess | undefined
let opened: number[]

beforeEach(async () => {
  azure = await startAzureSimulator({ throttling: 'off' })
  folder = mkdtempSync(join(tmpdir(), 'lost-log-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portal</title>')
  token = await signInByHttp(azure, 'ada@contoso.example')
  portal = undefined
  opened = []
})
afterEach(async () => {
  portal?.child.kill('SIGKILL')
  for (const descriptor of opened) closeSync(descriptor)
  await azure.close()
  rmSync(folder, { recursive: true })
})

async function start(options: Partial<ProcessOptions> = {}): Promise<PortalProcess> {
  const env = { ...demonstrationOn(azure), WEB_ROOT: folder, ...options.env }
  portal = await startPortalProcess({ ...options, env })
  return portal
}

function open(path: string, flags: number): number {
  const descriptor = openSync(path, flags)
  opened.push(descriptor)
  return descriptor
}

/** A pipe that this process can fill and empty, so that its writer finds it full. */
function aPipe() {
  const path = join(folder, 'pipe')
  spawnSync('mkfifo', [path])
  const descriptor = open(path, constants.O_RDWR | constants.O_NONBLOCK)
  const until = (step: () => void) => {
    try {
      for (;;) step()
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
    }
  }
  return {
    descriptor,
    fill: () => {
      until(() => writeSync(descriptor, '-'.repeat(4096)))
      until(() => writeSync(descriptor, '-'))
    },
    /** what was in it, but for the filling */
    empty: () => {
      let text = ''
      const bytes = Buffer.alloc(65_536)
      until(() => (text += bytes.toString('utf8', 0, readSync(descriptor, bytes))))
      return text.replace(/-{4,}/, '')
    },
  }
}

const headers = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
const create = (url: string): Promise<Reply> =>
  ask(`${url}/api/image-versions`, { method: 'PUT', headers: headers(), body: JSON.stringify(encryptedPlan()) })
const read = (url: string) => ask(`${url}/api/subscriptions`, { headers: headers() })
const puts = () => azure.requests.filter(({ method, path }) => method === 'PUT' && path === versionId)
const eventsIn = (lines: string[]) =>
  lines.filter((line) => line.startsWith('{')).map((line) => (JSON.parse(line) as { event: string }).event)

/** What becomes of a change and of a read, and what the portal says about itself. */
async function seenAt({ url, child, complaints }: PortalProcess) {
  const [change, reading] = [await create(url), await read(url)]
  return {
    change: change.problem(),
    puts: puts(),
    reading: reading.status,
    readiness: (await ask(`${url}/readyz`)).body,
    reasons: complaints.flatMap((line) => /"event":"log-not-written","reason":"(\w+)"/.exec(line)?.[1] ?? []),
    hasEnded: child.exitCode !== null,
  }
}

const readsOnly = (reason: string) => ({
  change: expect.objectContaining({ status: 503, code: 'ChangesNotRecorded' }) as unknown,
  puts: [],
  reading: 200,
  readiness: 'ready\nlog-not-written\n',
  reasons: [reason],
  hasEnded: false,
})

describe('while the audit log can’t be written, the portal reads and changes nothing', () => {
  it('S74: on a disk that is full at the start', async () => {
    expect(await seenAt(await start({ output: open('/dev/full', constants.O_WRONLY) }))).toEqual(readsOnly('ENOSPC'))
  })

  it('S74: after the reader of its output has ended', async () => {
    const started = await start()
    started.child.stdout?.destroy()
    expect(await seenAt(started)).toEqual(readsOnly('EPIPE'))
  })

  it('S74: while the reader hangs, until it reads again', async () => {
    const pipe = aPipe()
    pipe.fill()
    const started = await start({ output: pipe.descriptor })
    expect(await seenAt(started)).toEqual(readsOnly('EAGAIN'))
    pipe.empty()
    expect((await create(started.url)).status).toBe(200)
    expect(puts()).toHaveLength(1)
    expect(await ask(`${started.url}/readyz`)).toMatchObject({ body: 'ready\n' })
    const events = eventsIn(pipe.empty().split('\n'))
    expect(events).toEqual(expect.arrayContaining(['log-interrupted', 'write-begun', 'write-ended']))
  })
})

it('S75: the outcome of a change that was sent is recorded, though the log can’t be written: on standard error at once, later in the log', async () => {
  const pipe = aPipe()
  pipe.fill()
  const { url, complaints } = await start({ output: pipe.descriptor, env: { LOG_LEVEL: 'info' } })
  pipe.empty()
  let text = ''
  const held = azure.faults.holdAnswer(put)
  const answer = create(url)
  await held.arrived
  expect(eventsIn(pipe.empty().split('\n'))).toContain('write-begun')
  pipe.fill()
  held.release()
  expect((await answer).status).toBe(200)
  await expect.poll(() => eventsIn(complaints)).toContain('write-ended')
  pipe.empty()
  await read(url)
  await expect.poll(() => (text += pipe.empty())).toContain('"route":"/api/subscriptions"')
  expect(eventsIn(text.split('\n')).slice(0, 2)).toEqual(['write-ended', 'log-interrupted'])
})

describe('a log that can’t be written ends no process', () => {
  it.each(['a closed pipe', 'a full disk'])('F50: by %s', async (fault) => {
    const output = fault === 'a full disk' && { output: open('/dev/full', constants.O_WRONLY) }
    const { url, child } = await start({ env: { LOG_LEVEL: 'debug' }, ...output })
    if (fault === 'a closed pipe') child.stdout?.destroy()
    for (let count = 0; count < 20; count += 1) expect((await read(url)).status).toBe(200)
    const exited = once(child, 'exit')
    child.kill('SIGINT')
    expect(await exited).toEqual([0, null])
  })

  it('F50: and what ends it otherwise is on standard error', async () => {
    const stray = "process.on('SIGUSR2', () => setImmediate(() => void Promise.reject(new TypeError('no'))))"
    const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(stray)}`]
    const { child, complaints } = await start({ output: open('/dev/full', constants.O_WRONLY), nodeOptions })
    const exited = once(child, 'exit')
    child.kill('SIGUSR2')
    expect(await exited).toEqual([1, null])
    expect(complaints.join('\n')).toContain('"event":"uncaught","error":"TypeError"')
  })
})

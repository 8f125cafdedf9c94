import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { JWK } from 'jose'
import { startHeartbeat } from './heartbeat.ts'
import type { ChildOptions, FromChild, ToChild } from './messages.ts'
import { readWorkFile, removeWorkFile } from './work-file.ts'

export interface SimulatorProcessOptions {
  /** its address in browsers, `http(s)://host[:port]`: used in its tokens and pages */
  origin: string
  /** of the portal, in addition to those on this machine */
  redirectUris?: string[]
  /** private RSA key of the tokens; by default a new one, which is kept until this ends */
  signingKey?: JWK
  /** path of a copied estate, which the sandboxes begin as; by default they begin as Contoso */
  worldFile?: string
  /** where the sandboxes are stored; by default nowhere, and then all are lost on a restart */
  sandboxFile?: string
  /** how many times as fast as the machine's Azure's time is; by default 15 */
  rate?: number
  /** limit of its heap in megabytes; by default 1,024 */
  memoryMb?: number
  /** milliseconds without an answer until it is ended; by default 2,000 */
  silenceMs?: number
  /** for Node.js, for example `--import` */
  execArgv?: string[]
  /** gets what it prints; by default, this process prints it */
  onOutput?: (text: string) => void
  /** it was ended, or ended by itself, and is being restarted */
  onInterruption?: (interruption: Interruption) => void
}

export interface Interruption {
  reason: 'did not respond' | 'used too much memory' | 'ended'
  /** whose work it was doing; undefined if that is not known */
  culprit: string | undefined
}

/** A simulator in a separate process, with a sandbox for each browser. It is restarted whenever necessary. */
export interface SimulatorProcess {
  /** its address on this machine only; the same for its lifetime */
  url: string
  tenantId: string
  portalClientId: string
  apiClientId: string
  apiClientSecret: string
  /** whether it answers now */
  isUp(): boolean
  close(): Promise<void>
}

interface Child {
  process: ChildProcess
  ready: Extract<FromChild, { type: 'ready' }>
  ended: Promise<Interruption['reason']>
  close(): Promise<void>
}

const startLimitMs = 20_000
const closeLimitMs = 5_000
const longestPauseMs = 5_000
const attempts = 4

/**
 * Starts a simulator in a separate process, and restarts it on the same port, with the sandboxes of its file, if it
 * ends or does not answer. The sandbox whose work blocked it is set aside. Rejects if it does not start.
 */
export async function startSimulatorProcess(options: SimulatorProcessOptions): Promise<SimulatorProcess> {
  const { sandboxFile } = options
  const childOptions: ChildOptions = {
    port: 0,
    origin: options.origin,
    redirectUris: options.redirectUris ?? [],
    apiClientSecret: randomBytes(24).toString('base64url'),
    signingKey: options.signingKey,
    rate: options.rate ?? 15,
    worldFile: options.worldFile,
    sandboxFile,
    culprits: [],
    workFile: workFileBeside(sandboxFile),
    restartedAt: undefined,
  }
  const first = await startSomehow(childOptions, options)
  const { ready } = first
  childOptions.port = ready.port
  const now: { child: Child | undefined; isClosed: boolean } = { child: first, isClosed: false }

  const watch = async (watched: Child): Promise<void> => {
    const reason = await watched.ended
    if (now.isClosed) return
    now.child = undefined
    const culprit = readWorkFile(childOptions.workFile)
    childOptions.culprits = culprit === undefined ? [] : [culprit]
    childOptions.restartedAt = Date.now()
    options.onInterruption?.({ reason, culprit })
    now.child = await startAgain(childOptions, options, () => !now.isClosed)
    if (now.child) void watch(now.child)
  }
  void watch(first)

  return {
    url: `http://127.0.0.1:${ready.port}`,
    tenantId: ready.tenantId,
    portalClientId: ready.portalClientId,
    apiClientId: ready.apiClientId,
    apiClientSecret: childOptions.apiClientSecret,
    isUp: () => now.child !== undefined,
    async close() {
      now.isClosed = true
      await now.child?.close()
      removeWorkFile(childOptions.workFile)
    },
  }
}

/** Retries until it starts, less and less often; undefined once it is no longer needed. */
async function startAgain(
  childOptions: ChildOptions,
  options: SimulatorProcessOptions,
  isWanted: () => boolean,
): Promise<Child | undefined> {
  for (let failures = 0; isWanted(); failures += 1) {
    if (failures > 0) await pause(Math.min(longestPauseMs, 250 * 2 ** failures))
    const started = await startSomehow(childOptions, options).catch(() => undefined)
    if (started && isWanted()) return started
    await started?.close()
  }
  return undefined
}

/**
 * Starts it, again without a sandbox that already blocks it at start, or without the file if it blocks for another
 * reason.
 */
async function startSomehow(childOptions: ChildOptions, options: SimulatorProcessOptions): Promise<Child> {
  for (let attempt = 1; ; attempt += 1) {
    removeWorkFile(childOptions.workFile)
    try {
      return await startChild(childOptions, options)
    } catch (error) {
      if (attempt === attempts || !(error instanceof DidNotStart)) throw error
      const culprit = readWorkFile(childOptions.workFile)
      if (culprit !== undefined && !childOptions.culprits.includes(culprit)) childOptions.culprits.push(culprit)
      else if (attempt > 1) setFileAside(childOptions.sandboxFile)
    }
  }
}

/** It hung or crashed at start. What it refuses itself, for example a port in use, is another error. */
class DidNotStart extends Error {}

async function startChild(childOptions: ChildOptions, options: SimulatorProcessOptions): Promise<Child> {
  const { memoryMb = 1024, silenceMs = 2000, execArgv = [], onOutput } = options
  const output = onOutput ? 'pipe' : 'inherit'
  const child = fork(fileURLToPath(new URL('simulator-child.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${memoryMb}`, ...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', output, output, 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => onOutput?.(chunk.toString()))
  const tell = (message: ToChild) => child.connected && child.send(message, () => undefined)
  const kill = () => child.kill('SIGKILL')
  let reason: Interruption['reason'] = 'ended'
  const ended = new Promise<Interruption['reason']>((resolve) => child.once('close', () => resolve(reason)))

  const ready = await new Promise<Child['ready']>((resolve, reject) => {
    const limit = setTimeout(kill, startLimitMs)
    child.once('close', () => {
      clearTimeout(limit)
      reject(new DidNotStart('The simulated Azure does not start'))
    })
    child.once('error', reject)
    child.on('message', (message: FromChild) => {
      if (message.type === 'pong') return
      clearTimeout(limit)
      if (message.type === 'ready') resolve(message)
      else reject(new Error(message.message))
    })
    tell({ type: 'start', options: childOptions })
  })

  const endFor = (why: Interruption['reason']) => {
    reason = why
    kill()
  }
  const heartbeat = startHeartbeat({
    silenceMs,
    ping: () => tell({ type: 'ping' }),
    onSilence: () => endFor('did not respond'),
  })
  void ended.then(heartbeat.stop)
  child.on('message', (message: FromChild) => {
    if (message.type !== 'pong') return
    heartbeat.beat()
    // Buffers are additional to the objects that Node.js itself limits.
    if (message.rss > (memoryMb + spareMb) * 1024 ** 2) endFor('used too much memory')
  })
  return {
    process: child,
    ready,
    ended,
    async close() {
      heartbeat.stop()
      tell({ type: 'close' })
      const limit = setTimeout(kill, closeLimitMs)
      await ended
      clearTimeout(limit)
    },
  }
}

// of Node.js itself, of code and of buffers
const spareMb = 256

function workFileBeside(sandboxFile: string | undefined): string {
  const name = `sandbox-at-work-${process.pid}`
  if (sandboxFile === undefined) return join(tmpdir(), name)
  try {
    mkdirSync(dirname(sandboxFile), { recursive: true })
  } catch {
    // The simulator itself reports what it can't store.
  }
  return join(dirname(sandboxFile), name)
}

function setFileAside(file: string | undefined): void {
  if (file === undefined || !existsSync(file)) return
  const aside = `${file}.hung-${Date.now()}`
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${aside}${suffix}`)
  process.stderr.write(
    `The simulated Azure couldn't start with ${file}. The file was renamed to ${aside}, and all sandboxes start over.\n`,
  )
}

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { freePort } from '../scripts/dev/free-port.mjs'
import { root } from '../scripts/run-step.mjs'

/** Of the stub's tenant and its two applications. */
export const benchRegistration = {
  tenantId: '00000000-0000-4000-8000-0000000000c0',
  portalClientId: '00000000-0000-4000-8000-0000000000c1',
  apiClientId: '00000000-0000-4000-8000-0000000000c2',
}

/** Whether a GET of this address answers 200 now. */
function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 2000 }, (reply) => {
      reply.resume()
      resolve(reply.statusCode === 200)
    })
    request.on('error', () => resolve(false))
    request.on('timeout', () => request.destroy())
  })
}

/**
 * Starts a server in a separate process and waits until it answers 200.
 * @param {{ script: string, url: string, env?: Record<string, string> }} server script relative to the project's folder;
 * url to request
 * @returns {Promise<{ pid: number, ms: number, stop: () => Promise<void> }>} ms from the start of the process to the
 * first 200
 */
async function startServer({ script, url, env = {} }) {
  const started = performance.now()
  // Vite leaves NODE_ENV=production in the process that built with it, and the demo refuses to start with that.
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let alive = true
  void ended.then(() => (alive = false))
  while (!(await answers(url))) {
    if (!alive) throw new Error(`${script} ended before it answered: ${errors}`)
    if (performance.now() - started > 60_000) {
      child.kill('SIGKILL')
      throw new Error(`${script} did not answer ${url} within a minute: ${errors}`)
    }
    await after(2)
  }
  const ms = performance.now() - started
  const stop = async () => {
    child.kill('SIGINT')
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(timer)
  }
  return { pid: child.pid, ms, stop }
}

/** Starts a script on a free port, and waits until `ready` answers. */
export async function startedAt(script, ready, env) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  return { origin, ...(await startServer({ script, url: `${origin}${ready}`, env: { ...env, PORT: String(port) } })) }
}

/**
 * Starts the demo: the portal and its simulated Azure in one process.
 * @returns {Promise<{ url: string, ms: number, stop: () => Promise<void> }>}
 */
export async function startDemoProcess() {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { PORT: String(port), SIMULATOR_PORT: '0', LOG_LEVEL: 'silent' }
  return { url, ...(await startServer({ script: 'apps/bff/src/demo.ts', url: `${url}/readyz`, env })) }
}

/** Microseconds of processor time that a process has used so far, user and system; Linux only. */
export function processorTime(pid) {
  // Fields 14 and 15 of proc(5), in ticks of 10 ms; the name before them can contain spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

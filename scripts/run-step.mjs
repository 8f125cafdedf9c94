import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules/.bin')

const signals = ['SIGINT', 'SIGTERM']
/** How each running step is killed. @type {Set<() => void>} */
const kills = new Set()
function interrupted() {
  for (const kill of kills) kill()
  process.exit(130)
}

/**
 * Runs one command with the project's own tools first on PATH, without standard input, and kills it and its children
 * when its time is up. Its output is shown immediately (`live`), or only if it fails.
 * @param {{ name: string, command: string, args: string[], minutes: number, live?: boolean,
 *   env?: Record<string, string>, cwd?: string, say?: (text: string) => void }} step cwd: the folder it runs in, by
 *   default the project's; say: gets the outcome and the output of a failure
 * @returns {Promise<{ ok: boolean, seconds: number, output: string }>}
 */
export async function runStep({ name, command, args, minutes, live = false, env = {}, cwd = root, say = console.log }) {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, PATH: [dirname(process.execPath), bin, process.env.PATH ?? ''].join(delimiter) },
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    // Its own process group, so that its browsers and workers can be ended with it.
    detached: process.platform !== 'win32',
    // Windows starts a tool through its .cmd, which only its shell can run.
    shell: process.platform === 'win32',
  })
  let output = ''
  const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)

  const kill = () => {
    try {
      if (process.platform === 'win32') child.kill('SIGKILL')
      else if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // it had ended already
    }
  }
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    kill()
  }, minutes * 60_000)
  if (kills.size === 0) for (const signal of signals) process.once(signal, interrupted)
  kills.add(kill)

  const closed = new Promise((resolve) => child.once('close', resolve))
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${command} could not be started: ${error.message}\n`
      resolve(1)
    })
    child.on('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  clearTimeout(timer)
  kills.delete(kill)
  if (kills.size === 0) for (const signal of signals) process.off(signal, interrupted)
  // Processes that the step left running (a browser, a server) must not outlive it; then the rest of its output can be
  // read.
  kill()
  if (child.pid !== undefined) await closed

  const seconds = (performance.now() - started) / 1000
  const ok = code === 0 && !timedOut
  if (!ok && !live && output !== '') say(output.trimEnd())
  const outcome = ok ? 'ok' : timedOut ? `FAILED: not done after ${minutes} minutes` : `FAILED (exit ${code})`
  say(`${name.padEnd(12)} ${outcome.padEnd(8)} ${seconds.toFixed(1)} s`)
  return { ok, seconds, output }
}

/**
 * Runs steps two at a time: some of them use one of two cores. Their outcomes are said in the order of the steps.
 * @param {Parameters<typeof runStep>[0][]} steps
 * @param {(text: string) => void} [say]
 * @returns {Promise<boolean[]>} whether each succeeded
 */
export async function runTwoAtATime(steps, say = console.log) {
  const ran = steps.map(() => Promise.withResolvers())
  const waiting = [...steps.entries()]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, step] = next
      /** @type {string[]} */
      const texts = []
      const { ok } = await runStep({ ...step, say: (text) => void texts.push(text) })
      ran[index]?.resolve({ ok, texts })
    }
  }
  const lanes = Promise.all([lane(), lane()])
  const outcomes = []
  for (const { promise } of ran) {
    const { ok, texts } = await promise
    for (const text of texts) say(text)
    outcomes.push(ok)
  }
  await lanes
  return outcomes
}

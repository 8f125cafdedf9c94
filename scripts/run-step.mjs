import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules/.bin')

/**
 * Runs one command with the project's own tools first on PATH, without standard input, and kills it and its children
 * when its time is up. Its output is shown immediately (`live`), or only if it fails.
 * @param {{ name: string, command: string, args: string[], minutes: number, live?: boolean,
 *   env?: Record<string, string>, say?: (text: string) => void }} step say: gets the outcome and the output of a
 *   failure
 * @returns {Promise<{ ok: boolean, seconds: number, output: string }>}
 */
export async function runStep({ name, command, args, minutes, live = false, env = {}, say = console.log }) {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: root,
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
  const interrupted = () => {
    kill()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)

  const closed = new Promise((resolve) => child.once('close', resolve))
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${command} could not be started: ${error.message}\n`
      resolve(1)
    })
    child.on('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  clearTimeout(timer)
  process.off('SIGINT', interrupted)
  process.off('SIGTERM', interrupted)
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

// A program in Python that is run many times: one process has loaded the packages that it is made of, and forks for
// each run.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Of the command `az`, which passes each run on, whatever the program is. */
export const sharedFolder = join(import.meta.dirname, 'shared-python')

/**
 * Starts that process, and resolves to the variables with which the command in `sharedFolder` uses it.
 * @param {{ python: string, program: string, env?: Record<string, string> }} options env: what Python reads when it
 *   starts, so that the runs that have it too would read it too late
 */
export async function startSharedPython({ python, program, env }) {
  const child = spawn(python, [join(sharedFolder, 'server.py'), program], {
    env: { ...process.env, PYTHONWARNINGS: 'ignore', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const socket = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => undefined)])
  if (socket === undefined) throw new Error(`The process that runs ${program} did not start: ${child.exitCode}`)
  for (const kept of [child, child.stdin, child.stdout]) kept.unref()
  return { TESTS_PYTHON_SOCKET: String(socket).trim() }
}

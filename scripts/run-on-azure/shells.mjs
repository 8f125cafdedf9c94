// The terminals of a user who follows a page.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { isShown } from './shown-output.mjs'

/** @typedef {{ cwd: string, env: NodeJS.ProcessEnv, folder: string }} Place folder: for the texts of the commands */

/** The first-run message of Debian's az, whatever the command. */
const ofThePackage = /^ERROR: Error loading command module .*\n/gm

/**
 * A bash that remembers from one block of commands to the next, and ends with the first command that fails.
 * @param {Place} place
 */
export function startShell({ cwd, env, folder }) {
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail'], { cwd, env, detached: true })
  let printed = ''
  let mark = ''
  let done = Promise.withResolvers()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      printed += text
      if (printed.endsWith(mark)) done.resolve(undefined)
    })
  child.once('close', () => done.reject(new Error(`The commands fail:\n${printed}`)))
  let count = 0
  return {
    /** Runs them, and resolves to what they print, errors included; rejects with that if one fails. */
    async run(/** @type {string} */ commands) {
      count += 1
      const file = join(folder, `commands-${count}.sh`)
      writeFileSync(file, commands)
      mark = `--- done ${count} ---`
      printed = ''
      done = Promise.withResolvers()
      child.stdin.write(`. '${file}' < /dev/null 2>&1\nprintf '%s' '${mark}'\n`)
      await done.promise
      return printed.slice(0, -mark.length).replaceAll(ofThePackage, '')
    },
    end: () => endGroup(child, 'SIGKILL'),
  }
}

/** A program and all that it has started. */
function endGroup(/** @type {import('node:child_process').ChildProcess} */ { pid, exitCode }, signal) {
  if (exitCode === null && pid !== undefined) process.kill(-pid, signal)
}

/**
 * Commands that keep running in a separate terminal. Resolves once they have printed the expected text; rejects if they
 * end before, or after five minutes: a slow machine builds the pages first.
 * @param {Place} place
 * @param {{ commands: string, shown: string }} step
 */
export async function startTerminal({ cwd, env }, { commands, shown }) {
  const child = spawn('bash', ['--noprofile', '--norc', '-c', commands], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const isReady = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        printed += text
        if (isShown(shown, printed, { isWhole: false })) resolve(undefined)
      })
    child.once('close', (code) => reject(new Error(`They ended with ${code}:\n${printed}`)))
  })
  const end = async () => {
    if (child.exitCode !== null) return
    endGroup(child, 'SIGINT') // like Ctrl-C
    await Promise.race([once(child, 'close'), after(8000, undefined, { ref: false })])
    endGroup(child, 'SIGKILL')
  }
  const late = after(300_000, 'late', { ref: false })
  if ((await Promise.race([isReady, late])) === 'late') {
    await end()
    throw new Error(`Not printed what is shown, but\n${printed}`)
  }
  return { end }
}

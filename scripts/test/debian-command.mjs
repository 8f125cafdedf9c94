// Finds a program that the tests run, or installs Debian's package of it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Whether a program starts: it is on the PATH, or could be installed now, as root on Debian, by apt.
 * @param {{ command: [string, ...string[]], debianPackage: string, minutes?: number, say?: (text: string) => void }}
 * program
 *   command: ends with 0 if the program is installed; say: reports what is being installed
 */
export function haveCommand({ command: [program, ...args], debianPackage, minutes = 3, say = console.log }) {
  const starts = () => spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0
  if (starts()) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`Trying "apt-get install -y ${debianPackage}"`)
  // RUNLEVEL: a package of a server is not to start one.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const apt = (/** @type {string[]} */ args, /** @type {number} */ limit) =>
    spawnSync('apt-get', args, { stdio: 'ignore', timeout: limit * 60_000, env })
  apt(['update'], 3)
  apt(['install', '-y', '--no-install-recommends', debianPackage], minutes)
  return starts()
}

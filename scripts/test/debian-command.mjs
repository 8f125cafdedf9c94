// Finds a program that the tests run, or installs Debian's package of it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const lock = join(tmpdir(), 'gallery-encryption-portal-apt.lock')
/** How long another process of the tests may install its package first. */
const waitSeconds = 600

/** Whether this process can install packages: as root on Debian. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * Installs Debian's package; one process at a time does, because apt refuses a second one.
 * @param {string} debianPackage
 * @param {number} minutes
 * @returns {boolean} whether apt succeeded
 */
export function installPackage(debianPackage, minutes) {
  // RUNLEVEL: a package of a server is not to start one.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const apt = (/** @type {number} */ limit, /** @type {string[]} */ ...args) => {
    const bounded = ['timeout', '--kill-after=30', `${limit * 60}`, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args]
    return spawnSync('flock', ['--wait', `${waitSeconds}`, lock, ...bounded], { stdio: 'ignore', env }).status === 0
  }
  apt(3, 'update')
  return apt(minutes, 'install', '-y', '--no-install-recommends', debianPackage)
}

/**
 * Whether a program starts: it is on the PATH, or could be installed now, as root on Debian, by apt.
 * @param {{ command: [string, ...string[]], debianPackage: string, minutes?: number, say?: (text: string) => void }}
 * program
 *   command: ends with 0 if the program is installed; say: reports what is being installed
 */
export function haveCommand({ command: [program, ...args], debianPackage, minutes = 3, say = console.log }) {
  const starts = () => spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0
  if (starts()) return true
  if (!canInstall()) return false
  say(`Trying "apt-get install -y ${debianPackage}"`)
  installPackage(debianPackage, minutes)
  return starts()
}

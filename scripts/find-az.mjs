// Finds the Azure CLI for the walk with it, or gets Debian's package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const starts = () => spawnSync('az', ['version'], { stdio: 'ignore', timeout: 60_000 }).status === 0

/**
 * Whether `az` is on the PATH, or could be installed now: as root on Debian, by apt.
 * @param {(message: string) => void} say told what is being installed
 */
export function findAz(say = console.log) {
  if (starts()) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say('Trying "apt-get install -y azure-cli"')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const [args, minutes] of /** @type {const} */ ([
    [['update'], 3],
    [['install', '-y', '--no-install-recommends', 'azure-cli'], 8],
  ]))
    spawnSync('apt-get', args, { stdio: 'ignore', timeout: minutes * 60_000, env })
  return starts()
}

// Finds a Redis for the tests of what several processes of the portal share, or gets Debian's package.
import { haveCommand } from './debian-command.mjs'

/** Whether `redis-server` is on the PATH, or could be installed now. */
export function findRedis() {
  return haveCommand({ command: ['redis-server', '--version'], debianPackage: 'redis-server' })
}

/** As vitest's globalSetup: once, before the first of those tests. Without Redis, they fail. */
export function setup() {
  findRedis()
}

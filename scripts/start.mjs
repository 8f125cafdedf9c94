// npm start: the portal in demo mode, or against Azure with AUTH_MODE=entra.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt } from './build/web-build-state.mjs'
import { root } from './run-step.mjs'

const { AUTH_MODE, ALLOW_DEMO_ON_NETWORK } = process.env
// Compressing takes a third of a build, and saves nothing between a server and a browser of one machine.
const isCompressed = AUTH_MODE === 'entra' || ALLOW_DEMO_ON_NETWORK === 'true'
if (!isBuilt(root, { isCompressed })) {
  console.log('Building the portal …')
  // In a separate process: the bundler's memory should not stay with the server.
  const args = [join(root, 'scripts/build.mjs'), ...(isCompressed ? [] : ['--uncompressed'])]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) {
    console.error('The portal couldn’t be built, so it wasn’t started. To see why, run "npm run build".')
    process.exit(1)
  }
}

if (AUTH_MODE === 'entra' && process.argv.some((argument) => argument.startsWith('--world'))) {
  console.error('--world opens a copy in the simulated Azure. Start without AUTH_MODE=entra.')
  process.exit(1)
}
const entry = join(root, 'apps/bff/src', AUTH_MODE === 'entra' ? 'main.ts' : 'demo.ts')
// The entry runs as if it were named on the command line; it prints its address.
process.argv = [process.execPath, entry, ...process.argv.slice(2)]
await import(pathToFileURL(entry).href)

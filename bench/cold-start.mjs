import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildServer } from '../scripts/build-server.mjs'
import { root } from '../scripts/run-step.mjs'
import { benchRegistration, startDemoProcess, startedAt } from './server-process.mjs'
import { median } from './table.mjs'

/**
 * From the start of the process to the first 200: of the portal with its simulator, and of the server that the
 * container has, beside a server of Node's that does nothing.
 * @param {number} rounds
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function coldStart(rounds = 5) {
  const inContainer = await asInContainer()
  const times = { demo: [], floor: [], container: [] }
  for (let round = 0; round < rounds; round += 1) {
    const started = {
      demo: await startDemoProcess(),
      floor: await startedAt('bench/floor-server.mjs', '/', inContainer),
      container: await startedAt('apps/bff/dist/main.mjs', '/livez', inContainer),
    }
    for (const [name, server] of Object.entries(started)) {
      times[name].push(server.ms)
      await server.stop()
    }
  }
  return [
    {
      name: 'cold start to ready, demo (portal and simulator)',
      unit: 'ms',
      ours: median(times.demo),
      goal: { most: 3000 },
    },
    {
      name: 'start of the container’s server to the first answer',
      unit: 'ms',
      floor: median(times.floor),
      ours: median(times.container),
      goal: { most: 300 },
    },
  ]
}

/** Bundles the server and fills V8's cache as deploy/container/Dockerfile does. Returns what servers start with. */
async function asInContainer() {
  await buildServer()
  const NODE_COMPILE_CACHE = join(root, '.bench/compiled')
  rmSync(NODE_COMPILE_CACHE, { recursive: true, force: true })
  const { tenantId, portalClientId, apiClientId } = benchRegistration
  const env = { NODE_COMPILE_CACHE, HOST: '127.0.0.1', AUTH_MODE: 'entra', LOG_LEVEL: 'silent' }
  const notConfigured = spawnSync(process.execPath, ['apps/bff/dist/main.mjs'], { cwd: root, env })
  if (notConfigured.status !== 1) throw new Error(`The server was to end by itself: ${notConfigured.stderr}`)
  return {
    ...env,
    AZURE_TENANT_IDS: tenantId,
    PORTAL_CLIENT_ID: portalClientId,
    API_CLIENT_ID: apiClientId,
    API_CLIENT_SECRET: 'a-secret-that-nothing-reads-in-here',
    PUBLIC_ORIGIN: 'https://images.contoso.com',
  }
}

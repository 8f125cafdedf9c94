import { freePort } from '../scripts/dev/free-port.mjs'
import { startServer } from './server-process.mjs'
import { median } from './table.mjs'

/**
 * From the start of the process to the first 200: the portal with its simulator compared with a plain http server, in
 * turn.
 * @param {number} rounds
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function coldStart(rounds = 5) {
  const floor = []
  const demo = []
  for (let round = 0; round < rounds; round += 1) {
    const bare = String(await freePort())
    const server = await startServer({
      script: 'bench/bare-server.mjs',
      url: `http://127.0.0.1:${bare}/`,
      env: { PORT: bare },
    })
    floor.push(server.ms)
    await server.stop()

    const port = String(await freePort())
    const portal = await startServer({
      script: 'apps/bff/src/demo.ts',
      url: `http://localhost:${port}/readyz`,
      env: { PORT: port, SIMULATOR_PORT: '0', LOG_LEVEL: 'silent' },
    })
    demo.push(portal.ms)
    await portal.stop()
  }
  return [
    {
      name: 'cold start to ready, demo (portal and simulator)',
      unit: 'ms',
      floor: median(floor),
      ours: median(demo),
      goal: { most: 3000 },
    },
  ]
}

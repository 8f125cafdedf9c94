// Three replicas of the portal, nginx before them, one Redis between them, one simulated Azure behind them, and users.
import { subscribe } from 'node:diagnostics_channel'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setDefaultCACertificates } from 'node:tls'
import { systemClock } from '@portal/azure-simulator'
import { signInByHttp } from '../../apps/bff/src/testing/portal.ts'
import { aSealingKey, startRedis } from '../../apps/bff/src/testing/redis.ts'
import { mixedPath } from '../../bench/load/load-requests.mjs'
import { freePort } from '../dev/free-port.mjs'
import { startSimulatedAzure } from '../test/simulated-azure.mjs'
import { startLoad } from './load.mjs'
import { startNginx } from './nginx.mjs'
import { earlierBuild, startReplica } from './portals.mjs'
import { startSession } from './session.mjs'

/** @typedef {Awaited<ReturnType<typeof startSetting>>} Setting */

/** Requests a second of the users who do not use a browser here. */
export const perSecond = 5
const users = ['eva', 'rita', 'sam', 'vera']

// Azure needs about seven minutes for a version, and more than one here, so that it is watched while Redis stops and
// starts. Then the story moves the clock.
const rate = 5

/**
 * @param {{ folder: string, executablePath: string, atEnd: (end: () => unknown) => void }} options folder: for files;
 *   executablePath: of a browser; atEnd: gets the function that ends what was started
 */
export async function startSetting({ folder, executablePath, atEnd }) {
  const earlier = await earlierBuild(folder)
  // By https and with a description of itself, so that the portal can be the one that is installed.
  const outside = await startSimulatedAzure({ clock: systemClock({ rate }), throttling: 'off' })
  atEnd(() => outside.close())
  const { simulator: azure, cert, key, certFile } = outside
  setDefaultCACertificates([cert])
  const arrivals = watchArrivals()
  const redis = await startRedis({ password: 'made-up-for-this-test' })
  atEnd(() => redis.kill())
  const here = { port: await freePort(), certFile, keyFile: join(folder, 'key.pem') }
  writeFileSync(here.keyFile, key)
  const sealingKeyFile = join(folder, 'token-cache.key')
  writeFileSync(sealingKeyFile, aSealingKey())
  const env = {
    ...outside.portalVariables,
    AUTH_MODE: 'entra',
    NODE_EXTRA_CA_CERTS: certFile,
    PUBLIC_ORIGIN: `https://localhost:${here.port}`,
    HOST: '127.0.0.1',
    TRUST_PROXY: '1',
    REDIS_URL: redis.url,
    TOKEN_CACHE_KEY_FILE: sealingKeyFile,
  }
  const replicas = await Promise.all(
    [await freePort(), await freePort(), await freePort()].map(async (port) => {
      const replica = await startReplica({ port, env, build: earlier })
      atEnd(() => replica.end('SIGKILL'))
      return replica
    }),
  )
  const nginx = await startNginx({ ...here, folder, replicas: replicas.map(({ address }) => address) })
  atEnd(() => nginx.close())
  const tokens = await Promise.all(users.map((user) => signInByHttp(azure, `${user}@contoso.example`)))
  const load = startLoad({ url: nginx.url, perSecond, tokens, pathOf: mixedPath })
  atEnd(() => load.stop())
  const session = await startSession({ url: nginx.url, executablePath })
  atEnd(() => session.close())
  return { azure, arrivals, redis, earlier, replicas, nginx, tokens, load, session }
}

/**
 * Records the requests to the simulator, which runs in this process: their ports, and how often the servers requested
 * tokens.
 */
function watchArrivals() {
  let exchanges = 0
  /** @type {{ method: string, path: string, port: number }[]} */
  const arrived = []
  subscribe('http.server.request.start', (message) => {
    const { request, socket } =
      /** @type {{ request: import('node:http').IncomingMessage, socket: import('node:net').Socket }} */ (message)
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // A browser's request has its origin.
    if (pathname.endsWith('/token') && request.headers.origin === undefined) exchanges += 1
    arrived.push({ method: request.method ?? '', path: pathname, port: socket.remotePort ?? 0 })
  })
  return {
    exchanges: () => exchanges,
    /** the origin of the last such request */
    portOf: (/** @type {{ method: string, path: RegExp }} */ { method, path }) =>
      arrived.findLast((each) => each.method === method && path.test(each.path))?.port ?? 0,
  }
}

// The portal's neighbors in production, each on loopback: Entra ID's keys over TLS, a managed identity, a collector.
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { storedCertificate } from '@portal/azure-simulator'
import { startCloudProxy } from '../clients/cloud-proxy.mjs'

async function listening(/** @type {import('node:net').Server} */ server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return port
}

/**
 * login.microsoftonline.com as far as `/readyz` needs it, behind a proxy, because its name leads elsewhere.
 * @param {string} folder for its certificate
 * @returns proxy: for HTTPS_PROXY; certFile: for NODE_EXTRA_CA_CERTS
 */
export async function startSignInKeys(folder) {
  const host = 'login.microsoftonline.com'
  const { cert, key, certFile } = await storedCertificate(folder, Date.now(), [host])
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
  const state = { answers: false }
  const entra = createTlsServer({ cert, key }, (request, response) => {
    if (!state.answers || request.url !== '/common/discovery/v2.0/keys') return void response.writeHead(503).end()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] }))
  })
  const proxy = await startCloudProxy([host], await listening(entra))
  const closeEntra = closing(entra)
  return {
    state,
    certFile,
    proxy: proxy.url,
    close() {
      proxy.close()
      closeEntra()
    },
  }
}

/** The managed identity endpoint of Container Apps, and an OpenTelemetry collector: both count their requests. */
export async function startNeighbours() {
  const asked = { tokens: 0, telemetry: /** @type {string[]} */ ([]) }
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    request.resume()
    if (!request.url?.startsWith('/msi/token?')) {
      asked.telemetry.push(request.url ?? '')
      return void response.end('{}')
    }
    asked.tokens += 1
    const expires_on = String(Math.floor(Date.now() / 1000) + 3600)
    response.end(JSON.stringify({ access_token: 'a-token', expires_on, token_type: 'Bearer' }))
  })
  return { asked, url: `http://127.0.0.1:${await listening(server)}`, close: closing(server) }
}

function closing(/** @type {import('node:http').Server[]} */ ...servers) {
  return () => {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

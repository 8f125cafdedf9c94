import { generateKeyPairSync } from 'node:crypto'
// The portal's neighbors in production, each on loopback: Entra ID's keys over TLS, a managed identity, a collector.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import { generate } from 'selfsigned'

async function listening(/** @type {import('node:net').Server} */ server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return port
}

/**
 * login.microsoftonline.com as far as `/readyz` needs it, behind a proxy, because its name leads elsewhere.
 * @returns proxy: for HTTPS_PROXY; certificate: for NODE_EXTRA_CA_CERTS
 */
export async function startSignInKeys() {
  const made = await generate([{ name: 'commonName', value: 'login.microsoftonline.com' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'login.microsoftonline.com' }] },
    ],
  })
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
  const state = { answers: false }
  const entra = createTlsServer({ cert: made.cert, key: made.private }, (request, response) => {
    if (!state.answers || request.url !== '/common/discovery/v2.0/keys') return void response.writeHead(503).end()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] }))
  })
  const entraPort = await listening(entra)
  const proxy = createServer().on('connect', (request, socket) => {
    if (request.url !== 'login.microsoftonline.com:443') return void socket.destroy()
    const through = connect(entraPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      through.pipe(socket).pipe(through)
    })
    for (const end of [through, socket]) end.on('error', () => (through.destroy(), socket.destroy()))
  })
  return {
    state,
    certificate: made.cert,
    proxy: `http://127.0.0.1:${await listening(proxy)}`,
    close: closing(entra, proxy),
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

// The proxy through which clients reach Azure, as in many companies: here, Azure is on this machine.
import { createServer } from 'node:http'
import { connect } from 'node:net'

/**
 * Starts an HTTP proxy on loopback that tunnels to `port` of this machine for the hosts named, `*.` standing for one
 * label, and refuses any other.
 * @param {string[]} hosts
 * @param {number} port
 */
export async function startCloudProxy(hosts, port) {
  /** @type {Set<string>} */
  const strangers = new Set()
  /** @type {Set<import('node:stream').Duplex>} */
  const open = new Set()
  const server = createServer((_request, response) => response.writeHead(405).end())
  server.on('connect', (request, client) => {
    const host = (request.url ?? '').replace(/:\d+$/, '')
    client.on('error', () => client.destroy())
    if (!hosts.some((known) => isNamed(host, known))) {
      strangers.add(host)
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const cloud = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      cloud.pipe(client).pipe(cloud)
    })
    for (const socket of [client, cloud]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
    }
    cloud.on('error', () => client.destroy())
    client.on('close', () => cloud.destroy())
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    strangers,
    close() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

function isNamed(/** @type {string} */ host, /** @type {string} */ known) {
  return known.startsWith('*.') ? host.slice(host.indexOf('.')) === known.slice(1) : host === known
}

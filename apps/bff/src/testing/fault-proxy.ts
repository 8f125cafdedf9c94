import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What happens to the returning bytes; outgoing ones always arrive. */
type Toxic =
  | 'none'
  /** the connection is accepted and nothing is forwarded, as by a host that has just died */
  | 'hang'
  /** each byte in its own segment */
  | 'slice'
  /** so many bytes, and then silence */
  | { stallAfter: number }
  /** so many bytes, and then the connection breaks */
  | { resetAfter: number }

/** A TCP proxy before a server, for tests: what networks do to connections. */
export interface FaultProxy extends AsyncDisposable {
  url: string
  /** for connections opened from now on */
  toxic: Toxic
}

/** Starts one that leads to a port on this machine. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const server = createServer({ noDelay: true }, (client) => {
    keep(client)
    if (proxy.toxic === 'hang') return
    const upstream = connect(port, '127.0.0.1')
    keep(upstream)
    client.pipe(upstream)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    upstream.on('data', answering(client, proxy.toxic))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: FaultProxy = {
    url: `http://localhost:${portOf(server.address())}`,
    toxic: 'none',
    async [Symbol.asyncDispose]() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
  return proxy
}

function answering(client: Socket, toxic: Toxic): (bytes: Buffer) => void {
  if (toxic === 'slice') {
    return (bytes) => {
      for (const byte of bytes) client.write(Uint8Array.of(byte))
    }
  }
  if (typeof toxic === 'string') return (bytes) => void client.write(bytes)
  const limit = 'stallAfter' in toxic ? toxic.stallAfter : toxic.resetAfter
  let passed = 0
  return (bytes) => {
    const rest = bytes.subarray(0, limit - passed)
    passed += rest.length
    client.write(rest, () => {
      if ('resetAfter' in toxic && passed === limit) client.resetAndDestroy()
    })
  }
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port')
  return address.port
}

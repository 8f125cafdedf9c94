import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { addressNetwork } from '../sandboxes/client-address.ts'

/** The time limits of a sender, in milliseconds, and the maximum number of connections. */
export interface SenderLimits {
  /** for the headers, including the wait for them */
  headers: number
  /** for all of a request */
  request: number
  /** between two requests of a connection */
  idle: number
  connections: number
  /** of one address, or one /64 of IPv6; this machine has no such limit, because a proxy on it serves many */
  connectionsOfOne: number
}

export const usualLimits: SenderLimits = {
  headers: 10_000,
  request: 30_000,
  idle: 65_000,
  connections: 2_000,
  connectionsOfOne: 100,
}

/**
 * A server, https if there is a certificate, that disconnects slow or silent senders, and those with too many
 * connections.
 */
export function limitedServer(
  handler: RequestListener,
  { tls, limits }: { tls: { cert: string; key: string } | undefined; limits: SenderLimits },
): Server {
  const options = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.idle,
    connectionsCheckingInterval: Math.min(1_000, limits.headers),
  }
  const server = tls === undefined ? createServer(options, handler) : createTlsServer({ ...options, ...tls }, handler)
  server.maxConnections = limits.connections
  countConnections(server, limits.connectionsOfOne)
  return server
}

/** Closes connections of an address beyond its limit. `networkOf` returns undefined for an address without a limit. */
export function countConnections(
  server: Server,
  most: number,
  networkOf: (address: string) => string | undefined = addressNetwork,
): void {
  const counts = new Map<string, number>()
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress ?? '')
    if (network === undefined) return
    const count = (counts.get(network) ?? 0) + 1
    counts.set(network, count)
    socket.once('close', () => {
      const left = (counts.get(network) ?? 1) - 1
      if (left === 0) counts.delete(network)
      else counts.set(network, left)
    })
    if (count > most) socket.destroy()
  })
}

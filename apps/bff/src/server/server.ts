import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureContextOptions } from 'node:tls'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { closeWhenAnswered, holdable, noneToAccept } from './closing-connections.ts'
import { limitConnections, type ConnectionLimits, defaultConnections } from './connection-limits.ts'
import type { ServerCertificate } from './server-certificate.ts'

/** Bytes of the headers, including the address, and the time limits for a sender: milliseconds. */
export const senderLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
}

// longer than the 60 s of a load balancer in front, which would otherwise send a request into a closing connection
const keepAliveMs = 65_000

// how long requests wait at most while the last connections are accepted
const acceptingMs = 500

interface Address {
  port: number
  host: string
  /** with one, it accepts only TLS 1.2 or later */
  certificate?: ServerCertificate | undefined
  connections?: ConnectionLimits | undefined
}

export interface Listening {
  port: number
  /** from now on, each response closes its connection, so that the next request goes elsewhere */
  drain(): void
  /** accepts no new connections, gives running requests `graceMs` to finish, then closes them */
  close(graceMs: number): Promise<void>
  /** uses this certificate for new connections, if it uses TLS */
  renew(certificate: ServerCertificate): void
}

/**
 * Listens with limits: a sender of slow headers or a slow body is disconnected after 10 and 20 s. Port 0 means any free
 * one; rejects with the system's error (EADDRINUSE) if the port is in use.
 */
export async function listen(
  handler: RequestListener,
  { port, host, certificate, connections = defaultConnections }: Address,
  limits = senderLimits,
): Promise<Listening> {
  const options = { ...limits, keepAliveTimeout: keepAliveMs, requireHostHeader: true }
  const requests = holdable(handler)
  const tlsServer = certificate && createTlsServer({ ...options, ...secureContext(certificate) }, requests.handler)
  const server = tlsServer ?? createServer(options, requests.handler)
  limitConnections(server, connections)
  const drain = closeWhenAnswered(server)
  // A connection in use when the server starts to close would otherwise be kept alive until it is closed.
  server.on('request', (_, response) => {
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: portOf(server.address()),
    drain,
    async close(graceMs) {
      requests.hold()
      await noneToAccept(server, acceptingMs)
      const closed = close(server, graceMs)
      requests.release()
      await closed
    },
    renew: (renewed) => tlsServer?.setSecureContext(secureContext(renewed)),
  }
}

function secureContext(certificate: ServerCertificate): SecureContextOptions {
  return { ...certificate, minVersion: 'TLSv1.2' }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port')
  return address.port
}

async function close(server: Server, graceMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cutOff)
      resolve()
    })
    server.closeIdleConnections()
  })
}

const advice = new Map([
  ['EADDRINUSE', 'another process uses this port; stop it, or set another PORT'],
  [
    'EACCES',
    "this user doesn't have permission for this port; set PORT to 1024 or higher, or allow Node.js to use lower ports",
  ],
  ['EADDRNOTAVAIL', "HOST isn't an address of this machine"],
  ['ENOTFOUND', "HOST isn't an address of this machine"],
])

/** What is wrong with PORT and HOST if the system does not allow listening there, and what to do about it. */
export function cannotListen({ port, host }: { port: number; host: string }, error: unknown): ConfigurationFaults {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const reason = [code, advice.get(code)].filter((part) => part !== undefined).join(': ')
  return new ConfigurationFaults([`The portal can't listen on PORT ${port} and HOST "${host}" (${reason}).`])
}

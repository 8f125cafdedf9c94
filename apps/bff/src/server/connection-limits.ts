import type { Server } from 'node:http'
import { BlockList, isIPv6, type Socket } from 'node:net'
import { ipKeyGenerator } from 'express-rate-limit'
import type { SummedLines } from '../telemetry/summed-lines.ts'

/** The number of proxies in front of the portal, or their addresses (CIDR). */
export type TrustProxy = number | string[]

/** The defaults: a quarter of all connections for one address. */
export const defaultConnections = { most: 2_000, ofAddress: 500, trustProxy: 0 }

export interface ConnectionLimits {
  /** connections of all */
  most: number
  /** connections of one address, or of one /64 of IPv6, the network of one subscriber */
  ofAddress: number
  /** proxies in front of the portal, whose connections belong to all users: they have no limit of their own */
  trustProxy: TrustProxy
  lines?: SummedLines
}

interface Connection {
  socket: Socket
  address: string
  /** requests that are being answered on it */
  answering: number
}

/**
 * Prevents one sender from using up all connections: beyond `ofAddress`, connections of an address are closed at once.
 * If there are `most`, a new one replaces the oldest idle one of the address with the most connections.
 */
export function limitConnections(server: Server, { most, ofAddress, trustProxy, lines }: ConnectionLimits): void {
  const isProxy = proxiesAt(trustProxy)
  // in the order in which they came
  const open = new Map<string, Connection>()
  const counts = new Map<string, number>()

  function close({ socket, address }: Connection): void {
    lines?.write({ level: 'warn', event: 'connections-refused', ...(address !== '' && { address }) })
    socket.destroy()
  }

  function oldestOfGreediest(): Connection | undefined {
    const idle = [...open.values()].filter(({ answering, socket }) => answering === 0 && !socket.destroyed)
    const countOf = ({ address }: Connection) => (address === '' ? 0 : (counts.get(address) ?? 0))
    return idle.reduce<Connection | undefined>(
      (found, each) => (found === undefined || countOf(each) > countOf(found) ? each : found),
      undefined,
    )
  }

  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket
    const address = isProxy(remoteAddress) ? '' : ipKeyGenerator(remoteAddress, 64)
    const connection = { socket, address, answering: 0 }
    const count = (counts.get(address) ?? 0) + 1
    if (address !== '' && count > ofAddress) return close(connection)
    if (open.size >= most) {
      const oldest = oldestOfGreediest()
      if (oldest === undefined) return close(connection)
      close(oldest)
    }
    const name = nameOf(socket)
    counts.set(address, count)
    open.set(name, connection)
    socket.once('close', () => {
      open.delete(name)
      const left = (counts.get(address) ?? 1) - 1
      if (left > 0) counts.set(address, left)
      else counts.delete(address)
    })
  })
  server.on('request', ({ socket }, response) => {
    const connection = open.get(nameOf(socket))
    if (connection === undefined) return
    connection.answering += 1
    response.once('close', () => (connection.answering -= 1))
  })
}

// With TLS the socket of a request is another object than that of its connection.
function nameOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}

function proxiesAt(trustProxy: TrustProxy): (address: string) => boolean {
  if (typeof trustProxy === 'number') return () => trustProxy > 0
  const list = new BlockList()
  for (const range of trustProxy) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

import { isIPv6 } from 'node:net'
import type { Request } from 'express'

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * The address of a request's sender; undefined for this machine itself, whose own user needs no limit. A proxy on this
 * machine is trusted about its client: the last entry of X-Forwarded-For is its own. For IPv6 it is the network
 * (`2001:db8:0:1::/64`): one subscriber has all its addresses (https://www.rfc-editor.org/rfc/rfc6177).
 */
export function clientAddress(request: Request): string | undefined {
  const peer = request.socket.remoteAddress ?? ''
  if (!loopback.test(peer)) return networkOf(peer)
  const forwarded = request.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded === undefined || loopback.test(forwarded) ? undefined : networkOf(forwarded)
}

/** The address, or of IPv6 its network; undefined for this machine. */
export function addressNetwork(address: string): string | undefined {
  return loopback.test(address) ? undefined : networkOf(address)
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [before = [], after = []] = (address.split('%')[0] ?? '')
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''))
  // The groups replaced by ::; without it, all groups are written.
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

import type { Request } from 'express'

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * The address that a request comes from; undefined for this machine itself, whose own user needs no limit. A proxy on
 * this machine is believed in what it says of its client: the last entry of X-Forwarded-For is its own.
 */
export function clientAddress(request: Request): string | undefined {
  const peer = request.socket.remoteAddress ?? ''
  if (!loopback.test(peer)) return peer
  const forwarded = request.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded === undefined || loopback.test(forwarded) ? undefined : forwarded
}

import type { Request } from 'express'

/**
 * The origin for absolute URLs, without a trailing slash: the operator's public one, otherwise that of the request,
 * which a TLS proxy in front sends in X-Forwarded-Proto and X-Forwarded-Host.
 */
export function originOf(request: Request, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl
  // Several proxies in a row create a list; the first is the client's.
  const forwarded = (name: string) => request.get(name)?.split(',')[0]?.trim()
  const protocol = forwarded('x-forwarded-proto') ?? request.protocol
  return `${protocol}://${forwarded('x-forwarded-host') ?? request.get('host') ?? 'localhost'}`
}

/** Whether a host is this machine: what need not be https is there. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** The origin of an http(s) URL without a path. Throws a RangeError for anything else. */
export function parseOrigin(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isOrigin = parsed && ['http:', 'https:'].includes(parsed.protocol) && parsed.pathname === '/' && !parsed.search
  if (!parsed || !isOrigin) throw new RangeError(`A public URL is http(s)://host[:port], not '${url}'`)
  return parsed.origin
}

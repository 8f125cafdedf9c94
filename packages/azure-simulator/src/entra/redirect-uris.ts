import type { ApplicationObject } from '../directory/objects.ts'

/** The kind of client that a redirect URI is registered for: https://learn.microsoft.com/entra/identity-platform/reply-url */
export type Platform = 'spa' | 'web' | 'publicClient'

const platforms: Platform[] = ['spa', 'web', 'publicClient']
const loopback = new Set(['localhost', '127.0.0.1'])

/** Where the application has registered exactly `uri`, but for the port of a loopback host; undefined if nowhere. */
export function platformOf(application: ApplicationObject, uri: string): Platform | undefined {
  const wanted = withoutLoopbackPort(uri)
  if (wanted === undefined) return undefined
  return platforms.find((platform) =>
    application[platform].redirectUris.some((known) => withoutLoopbackPort(known) === wanted),
  )
}

/** Whether an `Origin` header is that of a redirect URI registered for pages in the browser: `platforms`, by default single-page applications. */
export function isOriginOf(application: ApplicationObject, origin: string, of: Platform[] = ['spa']): boolean {
  const wanted = withoutLoopbackPort(origin)?.replace(/\/$/, '')
  return of
    .flatMap((platform) => application[platform].redirectUris)
    .some((known) => wanted !== undefined && originOf(withoutLoopbackPort(known) ?? known) === wanted)
}

function originOf(uri: string): string | undefined {
  return URL.canParse(uri) ? new URL(uri).origin : undefined
}

function withoutLoopbackPort(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined
  const url = new URL(uri)
  // What the parser tidies up (dot segments, credentials, a fragment) was not registered.
  if (url.href !== uri && url.origin !== uri) return undefined
  if (loopback.has(url.hostname)) url.port = ''
  return url.href
}

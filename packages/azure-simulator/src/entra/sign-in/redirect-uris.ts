import { platforms, type ApplicationObject, type Platform } from '../../directory/objects.ts'
import { isLoopback } from '../../origin.ts'

/** Where the application has registered exactly `uri`, but for the port of a loopback host; undefined if nowhere. */
export function platformOf(application: ApplicationObject, uri: string): Platform | undefined {
  const wanted = withoutLoopbackPort(uri)
  if (wanted === undefined) return undefined
  return platforms.find((platform) =>
    application[platform].redirectUris.some((known) => withoutLoopbackPort(known) === wanted),
  )
}

/** Whether an `Origin` header is that of a redirect URI of these platforms, by default of single-page applications. */
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
  if (isLoopback(url.hostname)) url.port = ''
  return url.href
}

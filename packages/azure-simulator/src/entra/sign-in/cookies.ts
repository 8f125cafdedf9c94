import type { Request, Response } from 'express'

/** `sandbox` has the ID of the browser's own tenant. */
type CookieKind = 'session' | 'browser' | 'sandbox'

// Cookies ignore the port: the port is part of the name, so that two simulators on one machine do not sign each other
// out.
function nameFor(directoryUrl: string, kind: CookieKind): string {
  return `simulator-${kind}-${new URL(directoryUrl).port}`
}

/** The cookie of that kind, or undefined. */
export function cookieOf(request: Request, directoryUrl: string, kind: CookieKind): string | undefined {
  const prefix = `${nameFor(directoryUrl, kind)}=`
  const found = (request.get('cookie') ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(prefix))
  return found?.slice(prefix.length)
}

/** Not readable by scripts, and not sent from other sites: a form elsewhere can't sign anyone in. */
export function setCookie(response: Response, directoryUrl: string, cookie: { kind: CookieKind; value: string }): void {
  response.cookie(nameFor(directoryUrl, cookie.kind), cookie.value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: new URL(directoryUrl).protocol === 'https:',
    path: '/',
    encode: String,
  })
}

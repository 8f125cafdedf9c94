import { Router } from 'express'
import { traceOf } from '../telemetry/trace.ts'

const path = '/.well-known/security.txt'
const dayMs = 86_400_000
// shorter than the year that the RFC recommends at most: what the server says today might be untrue without it
const validDays = 30

interface SecurityContact {
  /** addresses of `mailto:`, `https:` or `tel:`, the preferred one first */
  contacts: readonly string[]
  /** the portal's own origin, if it is known */
  publicOrigin: string | undefined
  /** ms since 1970 */
  now: () => number
}

/**
 * Whom to tell about a vulnerability of this portal; not found if nobody is named.
 * https://www.rfc-editor.org/rfc/rfc9116
 */
export function securityTxt({ contacts, publicOrigin, now }: SecurityContact): Router {
  const router = Router({ caseSensitive: true, strict: true })
  if (contacts.length === 0) return router
  router.get(path, (_request, response) => {
    traceOf(response).route = path
    const today = Math.floor(now() / dayMs) * dayMs
    const lines = [
      ...contacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${new Date(today + validDays * dayMs).toISOString()}`,
      'Preferred-Languages: en, it',
      ...(publicOrigin === undefined ? [] : [`Canonical: ${publicOrigin}${path}`]),
    ]
    response.setHeader('Cache-Control', 'public, max-age=86400')
    response.type('text/plain').end(`${lines.join('\n')}\n`)
  })
  return router
}

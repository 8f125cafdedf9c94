import type { RequestHandler, Response } from 'express'

/** Where browsers report violations of the policy. */
export const reportsPath = '/csp-reports'
const reportsGroup = 'csp'

/** The page that MSAL returns to, also in a frame of the portal: it has no COOP, and 'self' can frame it. */
const redirectBridgePath = '/auth/redirect.html'

// Fluent creates one empty <style> and fills it by script; this is the hash of an empty text.
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/**
 * The Content-Security-Policy of every response: only the portal's own files, requests and frames only to the portal
 * and the sign-in, and Trusted Types; violations are reported, in the old way and the new. `styles`: hashes of inline
 * styles in the pages. https://www.w3.org/TR/CSP3/
 */
function contentSecurityPolicy(
  signInOrigin: string,
  frameAncestors: "'none'" | "'self'",
  styles: readonly string[] = [],
): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    ["style-src 'self'", emptyStyle, ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${signInOrigin}`,
    `frame-src 'self' ${signInOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors}`,
    "require-trusted-types-for 'script'",
    // start-import-worker.ts of the web creates it: only for the address of one of our scripts.
    'trusted-types import-worker',
    `report-uri ${reportsPath}`,
    `report-to ${reportsGroup}`,
  ].join('; ')
}

interface Served {
  signInOrigin: string
  /** the browser reaches the portal by https */
  https: boolean
  styles: readonly string[]
}

/** Puts the security headers on every answer, errors too. */
export function securityHeaders({ signInOrigin, https, styles }: Served): RequestHandler {
  const everywhere = new Map([
    ['X-Content-Type-Options', 'nosniff'],
    ['Reporting-Endpoints', `${reportsGroup}="${reportsPath}"`],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ...(https ? [['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] as const] : []),
  ])
  const page = new Map([
    ...everywhere,
    ['Content-Security-Policy', contentSecurityPolicy(signInOrigin, "'none'", styles)],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ])
  const bridge = new Map([
    ...everywhere,
    ['Content-Security-Policy', contentSecurityPolicy(signInOrigin, "'self'", styles)],
  ])
  return (request, response, next) => {
    response.setHeaders(request.path === redirectBridgePath ? bridge : page)
    next()
  }
}

/** On everything below /api: kept nowhere, and another user's answer is another answer. */
export function setApiHeaders(response: Response): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Vary', 'Authorization')
}

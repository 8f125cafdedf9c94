import type { Request } from 'express'
import { RequestRefused } from '../refusals/request-refused.ts'

/**
 * Refuses whatever a page of another site has a browser send, with `RequestRefused`. Browsers say so in Sec-Fetch-Site,
 * which no script can change. https://www.w3.org/TR/fetch-metadata/
 */
export function assertNoOtherSite(request: Request): void {
  // none: typed, or from a bookmark
  if (!['same-origin', 'none', undefined].includes(siteOf(request))) throw crossSite('A page of another site sent this')
}

/**
 * The same, and accepts a write only from a page of the portal itself; clients other than browsers send the portal's
 * origin. `publicOrigin`: the portal's address in browsers; without it, the host of the request.
 */
export function assertOwnOrigin(request: Request, publicOrigin: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD') return assertNoOtherSite(request)
  const site = siteOf(request)
  const own = publicOrigin ?? originOf(request)
  const isOwn = site === undefined ? request.get('origin') === own : site === 'same-origin'
  if (!isOwn) throw crossSite('A write that no page of the portal has sent')
}

/** The portal's origin as the sender of a request names it, where no public one is configured. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? ''}`
}

function siteOf(request: Request): string | undefined {
  return request.get('sec-fetch-site')
}

function crossSite(reason: string): RequestRefused {
  return new RequestRefused('CrossSiteRequest', reason, { securityEvent: 'origin-refused' })
}

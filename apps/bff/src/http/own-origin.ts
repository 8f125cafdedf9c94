import type { RequestHandler } from 'express'
import { RequestRefused } from '../refusals/request-refused.ts'

/**
 * Lets a write pass only if a page of the portal itself sends it. Browsers say so in Sec-Fetch-Site, which no script
 * can change, and in Origin; whoever is no browser names the portal's origin. `publicOrigin`: where browsers reach the
 * portal; without it, wherever the request was sent to. https://www.w3.org/TR/fetch-metadata/
 */
export function ownOriginOnly(publicOrigin: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.get('sec-fetch-site')
    const own = publicOrigin ?? `${request.protocol}://${request.get('host') ?? ''}`
    if (site === undefined ? request.get('origin') === own : site === 'same-origin') return next()
    throw new RequestRefused('CrossSiteRequest', 'A write that no page of the portal has sent', {
      securityEvent: 'origin-refused',
    })
  }
}

import type { RequestHandler } from 'express'
import { RequestRefused } from '../refusals/request-refused.ts'

/**
 * Accepts a write only from a page of the portal itself. Browsers say so in Sec-Fetch-Site, which no script can change,
 * and in Origin; other clients send the portal's origin. `publicOrigin`: the portal's address in browsers; without it,
 * the host of the request. https://www.w3.org/TR/fetch-metadata/
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

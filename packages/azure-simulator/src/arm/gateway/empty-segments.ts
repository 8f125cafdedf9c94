import type { RequestHandler } from 'express'

/**
 * Merges repeated slashes in a path, as ARM does: a client that appends an ID, which starts with a slash, to another
 * works, and Microsoft's own pages print such addresses
 * (https://learn.microsoft.com/rest/api/backup/backup-protection-intent/validate).
 */
export const withoutEmptySegments: RequestHandler = (request, _response, next) => {
  const [path = '', ...query] = request.url.split('?')
  request.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?')
  next()
}

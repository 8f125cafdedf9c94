import type { RequestHandler } from 'express'

/**
 * Folds slashes that follow each other in a path, as ARM does: a client that puts an id, which begins with one, after
 * another gets there, and Microsoft's own pages print such addresses
 * (https://learn.microsoft.com/rest/api/backup/backup-protection-intent/validate).
 */
export const withoutEmptySegments: RequestHandler = (request, _response, next) => {
  const [path = '', ...query] = request.url.split('?')
  request.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?')
  next()
}

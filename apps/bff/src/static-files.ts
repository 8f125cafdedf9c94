import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Router } from 'express'
import sirv from 'sirv'
import { RequestRefused } from './request-refused.ts'

/**
 * The built portal in `webRoot`: the files that are there at start-up and no others, compressed as the build left them.
 * Every other path that looks like a page (no extension) is answered with index.html, whose script knows it.
 * Throws an Error if nothing is built there.
 */
export function staticFiles(webRoot: string): Router {
  if (!existsSync(join(webRoot, 'index.html'))) {
    throw new Error(`There is no built portal in ${webRoot}: "npm run build" makes it.`)
  }
  const router = Router()
  router.use((request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    throw new RequestRefused('MethodNotAllowed', 'Pages are read with GET', { headers: { Allow: 'GET, HEAD' } })
  })
  router.use(
    sirv(webRoot, {
      single: true,
      // a file that is not there is no page, nor is a path that was tampered with
      ignores: ['^/(assets|auth)/', '%|\\\\|//|/\\.'],
      brotli: true,
      gzip: true,
      etag: true,
      setHeaders: (response, pathname) => {
        // the build names what lies in assets/ by its content
        response.setHeader(
          'Cache-Control',
          pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    }),
  )
  return router
}

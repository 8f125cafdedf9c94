import { Router } from 'express'
import type { CallerVerifier } from '../auth/caller.ts'
import { traceOf } from './trace.ts'

/** Whether the process still accepts requests; turned off when it is asked to end. */
export interface Readiness {
  draining: boolean
  /** names of what is wrong although the process serves, for example `log-not-written` */
  troubles?: () => readonly string[]
}

/**
 * /livez: the process answers. /readyz: it has had Entra ID's keys once and is not ending. The health of Azure is
 * omitted on purpose, because restarting the portal would not fix it; neither would it fix the troubles that follow,
 * a line each.
 */
export function probes(callers: CallerVerifier, readiness: Readiness): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/livez', (_request, response) => {
    traceOf(response).route = '/livez'
    response.setHeader('Cache-Control', 'no-store')
    response.type('text/plain').end('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    traceOf(response).route = '/readyz'
    const ready = !readiness.draining && (await callers.hasKeys())
    response.setHeader('Cache-Control', 'no-store')
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .end([ready ? 'ready' : 'not ready', ...(readiness.troubles?.() ?? []), ''].join('\n'))
  })
  return router
}

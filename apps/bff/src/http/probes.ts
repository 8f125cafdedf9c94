import type { AzureService } from '@portal/portal-api'
import { Router } from 'express'
import type { CallerVerifier } from '../auth/caller.ts'
import type { AzureServices } from '../outages/azure-services.ts'
import type { Outage } from '../outages/outage-breaker.ts'
import { traceOf } from '../telemetry/trace.ts'

/** Whether the process still accepts requests; turned off when it is asked to end. */
export interface Readiness {
  draining: boolean
  /** names of what is wrong although the process serves, for example `log-not-written` */
  troubles?: () => readonly string[]
}

interface Dependencies {
  callers: CallerVerifier
  readiness: Readiness
  services: Pick<AzureServices, 'outages'>
}

const names: Record<AzureService, string> = {
  ResourceGraph: 'Resource Graph',
  KeyVault: 'Key Vault',
  Compute: 'Compute',
  Network: 'Network',
  Storage: 'Storage',
  Authorization: 'Authorization',
  ResourceManager: 'Resource Manager',
  EntraId: 'Microsoft Entra ID',
}

/**
 * /livez: the process answers. /readyz: it has had Entra ID's keys once and is not ending. The troubles that follow, a
 * line each, change nothing else: restarting the portal would fix neither them nor a service of Azure that does not
 * answer.
 */
export function probes({ callers, readiness, services }: Dependencies): Router {
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
    const troubles = [...(readiness.troubles?.() ?? []), ...services.outages().map(lineOf)]
    const lines = [ready ? 'ready' : 'not ready', ...troubles]
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .end(`${lines.join('\n')}\n`)
  })
  return router
}

function lineOf({ service, since }: Outage): string {
  return `${names[service]}: not answering since ${new Date(since).toISOString()}`
}

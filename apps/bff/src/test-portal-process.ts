import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { AzureSimulator } from '@portal/azure-simulator'

export interface PortalProcess {
  url: string
  child: ChildProcess
  /** every line that it has written, those of its log included */
  lines: string[]
}

interface ProcessOptions {
  env?: Record<string, string>
  nodeOptions?: string[]
}

/**
 * Starts the portal as a process of its own, on a simulator of Azure that outlives it, and waits for the line that says
 * where it is. With `PORT: '0'` it is at any free port. Its environment is `env` and nothing else.
 */
export function startPortalProcess(
  azure: Pick<AzureSimulator, 'url' | 'tenantId' | 'applications'>,
  { env = {}, nodeOptions = [] }: ProcessOptions = {},
): Promise<PortalProcess> {
  const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(new URL('demo.ts', import.meta.url))], {
    env: {
      PORT: '0',
      AZURE_SIMULATOR_URL: azure.url,
      AZURE_SIMULATOR_TENANT_ID: azure.tenantId,
      AZURE_SIMULATOR_PORTAL_CLIENT_ID: azure.applications.portal.clientId,
      AZURE_SIMULATOR_API_CLIENT_ID: azure.applications.api.clientId,
      AZURE_SIMULATOR_API_CLIENT_SECRET: azure.applications.api.clientSecret,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const url = /^Gallery Encryption Portal \(demo\) is ready: (http:\/\/localhost:\d+)$/.exec(line)?.[1]
      if (url !== undefined) resolve({ url, child, lines })
    })
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code} before it was ready`)))
  })
}

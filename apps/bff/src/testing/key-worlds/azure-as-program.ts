import { Agent, request } from 'node:http'
import type { AzureSimulator } from '@portal/azure-simulator'

/** What Azure answered. */
interface Answered {
  status: number
  /** the JSON of its body as text */
  text: string
}

/** Azure as a program calls it, by default the one that owns everything, and the vaults at their own hosts. */
export interface AzureAsProgram {
  arm: (method: string, path: string, body?: object) => Promise<Answered>
  vault: (name: string, asked: { method: string; path: string; body?: object }) => Promise<Answered>
  close: () => void
}

/** Tokens last an hour of Azure's clock: to be asked for again after it has moved. */
export async function azureAsProgram(
  azure: AzureSimulator,
  displayName = 'contoso-command-line',
): Promise<AzureAsProgram> {
  const program = azure.world.servicePrincipals.find((each) => each.displayName === displayName)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const { hostname, port } = new URL(azure.url)
  const [armToken, vaultToken] = await Promise.all(
    ['https://management.azure.com/.default', 'https://vault.azure.net/.default'].map((scope) =>
      token(azure, program, scope),
    ),
  )
  const send = (asked: { method: string; path: string; headers: Record<string, string> }, body?: object) =>
    new Promise<Answered>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', ...asked.headers }
      const sent = request({ agent, hostname, port, ...asked, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      sent.on('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })
  const at = (path: string, version: string) => `${path}${path.includes('?') ? '&' : '?'}api-version=${version}`
  return {
    arm: (method, path, body) =>
      send({ method, path: at(path, '2025-12-03'), headers: { authorization: `Bearer ${armToken}` } }, body),
    vault: (name, { method, path, body }) => {
      const headers = { authorization: `Bearer ${vaultToken}`, host: `${name}.vault.azure.net` }
      return send({ method, path: at(path, '7.6'), headers }, body)
    },
    close: () => agent.destroy(),
  }
}

async function token(
  { entra, tenantId }: AzureSimulator,
  program: AzureSimulator['world']['servicePrincipals'][number] | undefined,
  scope: string,
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: program?.clientId ?? '',
    client_secret: program?.clientSecret ?? '',
    scope,
  })
  const response = await fetch(entra.tokenEndpoint.replace('{tenantid}', tenantId), { method: 'POST', body })
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'access_token' in answer) return String(answer.access_token)
  throw new Error(`The program got no token: ${JSON.stringify(answer)}`)
}

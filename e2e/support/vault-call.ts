import { request } from 'node:http'
import type { Portal } from './portal.ts'

/**
 * A call to a vault's own API, as the program that owns Production, which gets the role for it: what the Azure CLI
 * sends for a command. Resolves to the status.
 */
export async function callVault(
  { azure }: Portal,
  vaultId: string,
  call: { method: string; path: string; body: unknown },
): Promise<number> {
  const program = azure.world.servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')
  azure.world.roleAssignments.push({ principalId: program?.id ?? '', role: 'Key Vault Crypto Officer', scope: vaultId })
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: program?.clientId ?? '',
    client_secret: program?.clientSecret ?? '',
    scope: 'https://vault.azure.net/.default',
  })
  const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: form })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const host = `${vaultId.split('/').at(-1)}.vault.azure.net`
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = request(`${azure.url}${call.path}?api-version=7.4`, { method: call.method, headers }, (reply) => {
      reply.resume()
      resolve(reply.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(call.body))
  })
}

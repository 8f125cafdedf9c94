import { ManagedIdentityApplication } from '@azure/msal-node'
import { tokenExchangeAudience, type AzureCloud } from '@portal/arm'
import { msalNetworkClient } from './msal-network-client.ts'

/**
 * Tokens of a user-assigned managed identity that the API application trusts, from the endpoint of Container Apps, App
 * Service or a virtual machine (IDENTITY_ENDPOINT, otherwise 169.254.169.254). MSAL caches a token until five minutes
 * before its expiry. Rejects with MSAL's error if the endpoint returns none.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function managedIdentityAssertion(clientId: string, azure: AzureCloud): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: msalNetworkClient() },
  })
  const resource = tokenExchangeAudience(azure)
  return async () => (await identity.acquireToken({ resource })).accessToken
}

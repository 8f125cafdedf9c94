import { ManagedIdentityApplication } from '@azure/msal-node'
import { tokenExchangeAudience, type AzureCloud } from '@portal/arm'
import { msalNetworkClient } from './msal-network-client.ts'

/**
 * Tokens of a user-assigned managed identity that the API application trusts, from the endpoint that Container Apps,
 * App Service or a virtual machine offers (IDENTITY_ENDPOINT, else 169.254.169.254). MSAL keeps a token until five
 * minutes before its end. Rejects with MSAL's error where the endpoint gives none.
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

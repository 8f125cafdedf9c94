import { ManagedIdentityApplication } from '@azure/msal-node'
import { msalNetworkClient } from './msal-network-client.ts'

/** What a token is asked for that an application accepts in the place of a secret. */
const tokenExchange = 'api://AzureADTokenExchange'

/**
 * Tokens of a user-assigned managed identity that the API application trusts, from the endpoint that Container Apps, App
 * Service or a virtual machine offers (IDENTITY_ENDPOINT, else 169.254.169.254). MSAL keeps a token until five minutes
 * before its end. Rejects with MSAL's error where the endpoint gives none.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function managedIdentityAssertion(clientId: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: msalNetworkClient() },
  })
  return async () => (await identity.acquireToken({ resource: tokenExchange })).accessToken
}

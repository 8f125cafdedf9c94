import { ManagedIdentityApplication } from '@azure/msal-node'
import { azureCloudName, type AzureCloud, type AzureCloudName } from '@portal/arm'
import { msalNetworkClient } from './msal-network-client.ts'

/** What a token is asked for that an application accepts in the place of a secret. */
const tokenExchange: Record<AzureCloudName, string> = {
  AzureCloud: 'api://AzureADTokenExchange',
  AzureUSGovernment: 'api://AzureADTokenExchangeUSGov',
  AzureChinaCloud: 'api://AzureADTokenExchangeChina',
}

/**
 * Tokens of a user-assigned managed identity that the API application trusts, from the endpoint that Container Apps, App
 * Service or a virtual machine offers (IDENTITY_ENDPOINT, else 169.254.169.254). MSAL keeps a token until five minutes
 * before its end. Rejects with MSAL's error where the endpoint gives none.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function managedIdentityAssertion(clientId: string, azure: AzureCloud): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: msalNetworkClient() },
  })
  const resource = tokenExchange[azureCloudName(azure) ?? 'AzureCloud']
  return async () => (await identity.acquireToken({ resource })).accessToken
}

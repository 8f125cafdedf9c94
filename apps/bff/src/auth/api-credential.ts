import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ManagedIdentityApplication } from '@azure/msal-node'
import { type AzureCloud, tokenExchangeAudience } from '@portal/arm'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { msalNetworkClient } from './msal-network-client.ts'
import type { ApiCredential } from './registration.ts'

/** What the API application proves itself with. */
export type CredentialSource =
  | { type: 'federated'; tokenFile: string }
  | { type: 'managed-identity'; clientId: string }
  | { type: 'certificate'; file: string }
  | { type: 'secret'; clientSecret: string }

/**
 * Reads the API application's credential for the Entra ID of `azure`. Throws `ConfigurationFaults` if a file is
 * missing, does not contain a certificate with its private key, or the managed identity gets no token.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function loadApiCredential(source: CredentialSource, azure: AzureCloud): Promise<ApiCredential> {
  switch (source.type) {
    case 'secret':
      return { type: 'secret', clientSecret: source.clientSecret }
    case 'certificate':
      return certificateOf(await textOf('API_CLIENT_CERTIFICATE_FILE', source.file), source.file)
    case 'federated': {
      await textOf('AZURE_FEDERATED_TOKEN_FILE', source.tokenFile)
      return { type: 'federated', assertion: async () => (await readFile(source.tokenFile, 'utf8')).trim() }
    }
    case 'managed-identity': {
      const assertion = managedIdentityAssertion(source.clientId, azure)
      await assertion().catch((error: unknown) => {
        throw noToken(source.clientId, error)
      })
      return { type: 'federated', assertion }
    }
  }
}

function noToken(clientId: string, error: unknown): ConfigurationFaults {
  const reason = error instanceof Error ? error.message : 'unknown'
  return new ConfigurationFaults([
    `API_MANAGED_IDENTITY_CLIENT_ID is "${clientId}", but the managed identity endpoint didn't return a token (${reason}). Assign the identity to this app, and check that this is its client ID.`,
  ])
}

async function textOf(name: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new ConfigurationFaults([`${name} is "${file}", which can't be read (${codeOf(error)}).`])
  }
}

function certificateOf(pem: string, file: string): ApiCredential {
  const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem)?.[0]
  const key = /-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/.exec(pem)?.[0]
  const fault = (what: string) => new ConfigurationFaults([`API_CLIENT_CERTIFICATE_FILE is "${file}", which ${what}.`])
  if (certificate === undefined || key === undefined)
    throw fault("doesn't contain a certificate and its private key in PEM format")
  try {
    const x509 = new X509Certificate(certificate)
    const privateKey = createPrivateKey(key)
    if (!x509.checkPrivateKey(privateKey)) throw fault("contains a private key that doesn't match its certificate")
    return {
      type: 'certificate',
      thumbprintSha256: x509.fingerprint256.replaceAll(':', ''),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      x5c: certificate,
    }
  } catch (error) {
    throw error instanceof ConfigurationFaults ? error : fault("contains a certificate or key that can't be read")
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

/**
 * Tokens of a user-assigned managed identity that the API application trusts, from the endpoint of Container Apps, App
 * Service or a virtual machine (IDENTITY_ENDPOINT, otherwise 169.254.169.254). MSAL caches a token until five minutes
 * before its expiry. Rejects with MSAL's error if the endpoint returns none.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
function managedIdentityAssertion(clientId: string, azure: AzureCloud): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: msalNetworkClient() },
  })
  const resource = tokenExchangeAudience(azure)
  return async () => (await identity.acquireToken({ resource })).accessToken
}

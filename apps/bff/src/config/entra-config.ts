import type { CredentialSource } from '../auth/api-credential.ts'
import { readCloudChoice, type CloudChoice } from '../cloud/cloud-choice.ts'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { isGuid, read, requiredGuid, type Environment } from '../process/environment.ts'
import type { CertificateFiles } from '../server/server-certificate.ts'
import { readHttpsOrigin } from './https-origin.ts'
import { readServerConfig, type ServerConfig } from './server-config.ts'

/** What the portal is started with against Entra ID and Azure; docs/configuration.md has a line for each variable. */
export interface EntraConfig extends ServerConfig {
  authMode: 'entra'
  cloud: CloudChoice
  /** the portal's own origin, as browsers see it */
  publicOrigin: string
  tenantIds: string[]
  portalClientId: string
  /** of the applications with which scripts may call the API for their users */
  scriptClientIds: string[]
  apiClientId: string
  apiScope: string
  credential: CredentialSource
  /** undefined: the portal speaks plain HTTP, with something before it that ends TLS */
  certificate: CertificateFiles | undefined
}

/** Reads the configuration against Entra ID and Azure. Throws `ConfigurationFaults` with all faults at once. */
export function readEntraConfig(env: Environment): EntraConfig {
  const faults: string[] = []
  const cloud = readCloudChoice(read(env, 'AZURE_CLOUD'), faults)
  for (const name of [
    'AZURE_SIMULATOR_URL',
    'ALLOW_DEMO_IN_PRODUCTION',
    'ALLOW_DEMO_ON_NETWORK',
    'SIMULATOR_PORT',
    'SIMULATOR_PUBLIC_ORIGIN',
  ]) {
    if (read(env, name) !== undefined)
      faults.push(`${name} is for AUTH_MODE=demo only. Don't set it with AUTH_MODE=entra.`)
  }
  const publicOrigin = readPublicOrigin(env, faults)
  const tenantIds = readGuids(env, { name: 'AZURE_TENANT_IDS', of: 'a tenant' }, faults)
  if (read(env, 'AZURE_TENANT_IDS') === undefined)
    faults.push(
      "AZURE_TENANT_IDS isn't set. Set it to the IDs of the tenants whose users can sign in, separated by commas.",
    )
  const scriptClientIds = readGuids(env, { name: 'SCRIPT_CLIENT_IDS', of: 'an application' }, faults)
  const portalClientId = requiredGuid(
    env,
    { name: 'PORTAL_CLIENT_ID', meaning: "the application (client) ID of the browser's application" },
    faults,
  )
  const apiClientId = requiredGuid(
    env,
    { name: 'API_CLIENT_ID', meaning: "the application (client) ID of the portal's API" },
    faults,
  )
  if (portalClientId !== '' && portalClientId === apiClientId) {
    faults.push('PORTAL_CLIENT_ID and API_CLIENT_ID are the same, but the portal requires two applications.')
  }
  const givenScope = read(env, 'API_SCOPE')
  const apiScope = givenScope ?? `api://${apiClientId}/access_as_user`
  if (givenScope !== undefined && !/^(api|https):\/\/\S+\/[^\s/]+$/.test(apiScope)) {
    faults.push(`API_SCOPE is "${apiScope}"; it must be the full name of a scope, such as api://…/access_as_user.`)
  }
  const credential = readCredential(env, faults)
  const certificate = readCertificate(env, faults)
  const server = readServerConfig(env, { host: '0.0.0.0', logLevel: 'info' }, faults)
  if (faults.length > 0 || credential === undefined) throw new ConfigurationFaults(faults)
  return {
    authMode: 'entra',
    ...server,
    cloud,
    publicOrigin,
    tenantIds,
    portalClientId,
    scriptClientIds,
    apiClientId,
    apiScope,
    credential,
    certificate,
  }
}

function readPublicOrigin(env: Environment, faults: string[]): string {
  const example = 'https://images.contoso.com'
  const origin = readHttpsOrigin(env, { name: 'PUBLIC_ORIGIN', example }, faults)
  if (origin === undefined)
    faults.push(`PUBLIC_ORIGIN isn't set. Set it to the portal's own address, such as ${example}.`)
  return origin ?? ''
}

/** The IDs in the variable `name`, separated by commas: in lowercase, once each. Problems are added to `faults`. */
function readGuids(env: Environment, { name, of }: { name: string; of: string }, faults: string[]): string[] {
  const ids = (read(env, name) ?? '')
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '')
  for (const id of ids) if (!isGuid(id)) faults.push(`${name} has "${id}", which isn't the ID of ${of} (a GUID).`)
  return [...new Set(ids)]
}

function readCredential(env: Environment, faults: string[]): CredentialSource | undefined {
  const tokenFile = read(env, 'AZURE_FEDERATED_TOKEN_FILE')
  const clientId = read(env, 'API_MANAGED_IDENTITY_CLIENT_ID')
  const file = read(env, 'API_CLIENT_CERTIFICATE_FILE')
  const clientSecret = read(env, 'API_CLIENT_SECRET')
  const given: CredentialSource[] = [
    ...(tokenFile === undefined ? [] : [{ type: 'federated', tokenFile } as const]),
    ...(clientId === undefined ? [] : [{ type: 'managed-identity', clientId } as const]),
    ...(file === undefined ? [] : [{ type: 'certificate', file } as const]),
    ...(clientSecret === undefined ? [] : [{ type: 'secret', clientSecret } as const]),
  ]
  const names =
    'AZURE_FEDERATED_TOKEN_FILE, API_MANAGED_IDENTITY_CLIENT_ID, API_CLIENT_CERTIFICATE_FILE and API_CLIENT_SECRET'
  if (clientId !== undefined && !isGuid(clientId))
    faults.push(`API_MANAGED_IDENTITY_CLIENT_ID is "${clientId}", which isn't the client ID of an identity (a GUID).`)
  if (given.length === 0) faults.push(`The API has no credential. Set one of ${names}.`)
  if (given.length > 1) faults.push(`The API has ${given.length} credentials. Set only one of ${names}.`)
  return given[0]
}

/** The files of the server's certificate; undefined if there are none. Problems are added to `faults`. */
export function readCertificate(env: Environment, faults: string[]): CertificateFiles | undefined {
  const certificateFile = read(env, 'TLS_CERTIFICATE_FILE')
  const keyFile = read(env, 'TLS_KEY_FILE')
  if (certificateFile !== undefined && keyFile !== undefined) return { certificateFile, keyFile }
  if (certificateFile !== undefined || keyFile !== undefined)
    faults.push('TLS_CERTIFICATE_FILE and TLS_KEY_FILE must be set together. Set both, or neither.')
  return undefined
}

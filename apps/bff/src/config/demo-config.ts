import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { isTrue, read, readPort, requiredGuid, type Environment } from '../process/environment.ts'
import type { CertificateFiles } from '../server/server-certificate.ts'
import { readCertificate } from './entra-config.ts'
import { readHttpsOrigin } from './https-origin.ts'
import { loopback, readServerConfig, type ServerConfig } from './server-config.ts'

/** The demo's settings. */
export interface DemoConfig extends ServerConfig {
  authMode: 'demo'
  /** of the simulator that demo mode starts itself */
  simulatorPort: number
  /** an already running simulator, instead of its own */
  simulator?: RunningSimulator
  /** the public addresses of both; undefined: only this machine reaches them */
  publicOrigins: PublicOrigins | undefined
  /** with which both speak TLS; undefined: plain HTTP */
  certificate: CertificateFiles | undefined
}

/** https origins of the demo on a network. */
interface PublicOrigins {
  portal: string
  /** of the simulated Azure and its sign-in */
  azure: string
}

/** A simulator and the registration in it. */
export interface RunningSimulator {
  /** its address in browsers */
  url: string
  /** the portal server's address of it, if different */
  directUrl?: string
  /** each browser has its own tenant there, and `tenantId` is closed */
  hasSandboxes?: boolean
  tenantId: string
  portalClientId: string
  apiClientId: string
  apiClientSecret: string
}

const defaultSimulatorPort = 4290

/** Reads the configuration of the demo. Throws `ConfigurationFaults` with all faults at once. */
export function readDemoConfig(env: Environment): DemoConfig {
  const faults: string[] = []
  if (read(env, 'NODE_ENV') === 'production' && !isTrue(env, 'ALLOW_DEMO_IN_PRODUCTION')) {
    faults.push(
      'NODE_ENV is production and AUTH_MODE is demo, so anyone could sign in as any user. Set AUTH_MODE=entra, or ALLOW_DEMO_IN_PRODUCTION=true if you want this.',
    )
  }
  const server = readServerConfig(env, { host: '127.0.0.1', logLevel: 'warn' }, faults)
  const { host } = server.listen
  if (!loopback.has(host) && !isTrue(env, 'ALLOW_DEMO_ON_NETWORK')) {
    faults.push(
      `HOST is "${host}", which would open the demo to the network. Don't set HOST, or set ALLOW_DEMO_ON_NETWORK=true if you want this.`,
    )
  }
  const ofEntra = [
    'AZURE_TENANT_IDS',
    'API_CLIENT_SECRET',
    'API_CLIENT_CERTIFICATE_FILE',
    'API_MANAGED_IDENTITY_CLIENT_ID',
    'AZURE_CLOUD',
  ]
  for (const name of ofEntra) {
    if (read(env, name) !== undefined)
      faults.push(`${name} is for AUTH_MODE=entra only. Don't set it with AUTH_MODE=demo.`)
  }
  const simulatorPort = readPort(env, { name: 'SIMULATOR_PORT', otherwise: defaultSimulatorPort }, faults)
  const simulator = readSimulator(env, faults)
  const publicOrigins = readPublicOrigins(env, faults)
  const certificate = readCertificate(env, faults)
  if (certificate !== undefined && publicOrigins === undefined)
    faults.push(
      'TLS_CERTIFICATE_FILE is set. Also set PUBLIC_ORIGIN and SIMULATOR_PUBLIC_ORIGIN to the addresses of the certificate.',
    )
  if (faults.length > 0) throw new ConfigurationFaults(faults)
  return {
    authMode: 'demo',
    ...server,
    simulatorPort,
    publicOrigins,
    certificate,
    ...(simulator !== undefined && { simulator }),
  }
}

// MSAL signs nobody in from a plain http page except on this machine, and a page and its sign-in must not share
// storage.
function readPublicOrigins(env: Environment, faults: string[]): PublicOrigins | undefined {
  const portal = readHttpsOrigin(env, { name: 'PUBLIC_ORIGIN', example: 'https://demo.contoso.com' }, faults)
  const ofAzure = { name: 'SIMULATOR_PUBLIC_ORIGIN', example: 'https://azure.demo.contoso.com' }
  const azure = readHttpsOrigin(env, ofAzure, faults)
  if (portal === undefined && azure === undefined) return undefined
  if (!isTrue(env, 'ALLOW_DEMO_ON_NETWORK'))
    faults.push(
      'PUBLIC_ORIGIN is set, which would open the demo to the network, where anyone can sign in as any user. Set ALLOW_DEMO_ON_NETWORK=true if you want this.',
    )
  if (portal === undefined || azure === undefined)
    faults.push('PUBLIC_ORIGIN and SIMULATOR_PUBLIC_ORIGIN must be set together. Set both, or neither.')
  else if (portal === azure && portal !== '')
    faults.push(
      'PUBLIC_ORIGIN and SIMULATOR_PUBLIC_ORIGIN are the same, but the simulated Azure requires its own host name or port.',
    )
  return { portal: portal ?? '', azure: azure ?? '' }
}

function readSimulator(env: Environment, faults: string[]): RunningSimulator | undefined {
  const url = read(env, 'AZURE_SIMULATOR_URL')
  if (url === undefined) return undefined
  const origin = URL.parse(url)?.origin
  if (origin === undefined || origin === 'null' || !loopback.has(new URL(origin).hostname)) {
    faults.push(
      `AZURE_SIMULATOR_URL is "${url}"; it must be the address of a simulator on this machine, such as http://localhost:4290.`,
    )
  }
  const secret = read(env, 'AZURE_SIMULATOR_API_CLIENT_SECRET')
  if (secret === undefined) faults.push("AZURE_SIMULATOR_API_CLIENT_SECRET isn't set. AZURE_SIMULATOR_URL requires it.")
  const id = (name: string) =>
    requiredGuid(env, { name, meaning: 'the value that the running simulator prints' }, faults)
  return {
    url: origin ?? '',
    tenantId: id('AZURE_SIMULATOR_TENANT_ID'),
    portalClientId: id('AZURE_SIMULATOR_PORTAL_CLIENT_ID'),
    apiClientId: id('AZURE_SIMULATOR_API_CLIENT_ID'),
    apiClientSecret: secret ?? '',
  }
}

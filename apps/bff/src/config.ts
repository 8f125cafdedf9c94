import { isIP } from 'node:net'
import * as z from 'zod/mini'
import { readCloudChoice, type CloudChoice } from './cloud-choice.ts'
import { defaultExchangesPerMinute, defaultRequestsPerSecond, type RequestsPerSecond } from './rate-limits.ts'
import { isRedisAddress, type RedisSource } from './redis/redis-source.ts'

/** How many proxies stand before the portal, or at which addresses (CIDR) they do. */
export type TrustProxy = number | string[]

interface ServerConfig {
  listen: { port: number; host: string }
  logLevel: LogLevel
  /** OpenTelemetry's collector; undefined: no traces and no metrics */
  telemetryEndpoint: string | undefined
  /** folder of the built portal; undefined: where "npm run build" puts it */
  webRoot: string | undefined
  trustProxy: TrustProxy
  requestsPerSecond: RequestsPerSecond
  /** On-Behalf-Of exchanges of one user */
  exchangesPerMinute: number
  /** what several processes share; undefined: each has what it has */
  redis: RedisSource | undefined
}

/** What the portal is started with against Entra ID and Azure; docs/configuration.md has a line for each variable. */
export interface EntraConfig extends ServerConfig {
  authMode: 'entra'
  cloud: CloudChoice
  /** the portal's own origin, as browsers see it */
  publicOrigin: string
  tenantIds: string[]
  portalClientId: string
  apiClientId: string
  apiScope: string
  credential: CredentialSource
  /** undefined: the portal speaks plain HTTP, with something before it that ends TLS */
  certificate: CertificateFiles | undefined
}

export type CredentialSource =
  | { type: 'federated'; tokenFile: string }
  | { type: 'managed-identity'; clientId: string }
  | { type: 'certificate'; file: string }
  | { type: 'secret'; clientSecret: string }

/** Where the certificate that the portal shows to who connects is, with those between it and its authority, and its key: PEM. */
export interface CertificateFiles {
  certificateFile: string
  keyFile: string
}

/** What the demonstration is started with. */
export interface DemoConfig extends ServerConfig {
  authMode: 'demo'
  /** of the simulator that demo mode starts itself */
  simulatorPort: number
  /** a simulator that runs already, instead of one of its own */
  simulator?: RunningSimulator
}

export interface RunningSimulator {
  url: string
  tenantId: string
  portalClientId: string
  apiClientId: string
  apiClientSecret: string
}

export type LogLevel = z.infer<typeof logLevel>

/** Everything that is wrong with the variables, a sentence each. */
export class ConfigurationFaults extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(['The portal cannot start:', ...faults.map((fault) => `- ${fault}`)].join('\n'))
    this.name = 'ConfigurationFaults'
    this.faults = faults
  }
}

type Environment = Record<string, string | undefined>

const guid = z.guid()
const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
const loopback = new Set(['localhost', '127.0.0.1', '::1'])
const defaultPort = 4280
const defaultSimulatorPort = 4290

/** Reads the configuration out of `env` and nothing else. Throws `ConfigurationFaults` with all faults at once. */
export function readConfig(env: Environment): EntraConfig | DemoConfig {
  const mode = read(env, 'AUTH_MODE') ?? 'demo'
  if (mode === 'entra') return readEntraConfig(env)
  if (mode === 'demo') return readDemoConfig(env)
  throw new ConfigurationFaults([`AUTH_MODE is "${mode}"; it must be demo or entra.`])
}

function readEntraConfig(env: Environment): EntraConfig {
  const faults: string[] = []
  const cloud = readCloudChoice(read(env, 'AZURE_CLOUD'), faults)
  for (const name of ['AZURE_SIMULATOR_URL', 'ALLOW_DEMO_IN_PRODUCTION', 'ALLOW_DEMO_ON_NETWORK', 'SIMULATOR_PORT']) {
    if (read(env, name) !== undefined)
      faults.push(`${name} is for AUTH_MODE=demo; with AUTH_MODE=entra it must not be set.`)
  }
  const publicOrigin = readPublicOrigin(env, faults)
  const tenantIds = readTenantIds(env, faults)
  const portalClientId = requiredGuid(
    env,
    { name: 'PORTAL_CLIENT_ID', meaning: "the application id of the browser's application" },
    faults,
  )
  const apiClientId = requiredGuid(
    env,
    { name: 'API_CLIENT_ID', meaning: "the application id of the portal's API" },
    faults,
  )
  if (portalClientId !== '' && portalClientId === apiClientId) {
    faults.push('PORTAL_CLIENT_ID and API_CLIENT_ID are the same; the portal needs two applications.')
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
    apiClientId,
    apiScope,
    credential,
    certificate,
  }
}

function readDemoConfig(env: Environment): DemoConfig {
  const faults: string[] = []
  if (read(env, 'NODE_ENV') === 'production' && !isTrue(env, 'ALLOW_DEMO_IN_PRODUCTION')) {
    faults.push(
      'NODE_ENV is production and AUTH_MODE is demo: anybody could sign in as anybody. Set AUTH_MODE=entra, or ALLOW_DEMO_IN_PRODUCTION=true if that is meant.',
    )
  }
  const server = readServerConfig(env, { host: '127.0.0.1', logLevel: 'warn' }, faults)
  const { host } = server.listen
  if (!loopback.has(host) && !isTrue(env, 'ALLOW_DEMO_ON_NETWORK')) {
    faults.push(
      `HOST is "${host}": the demonstration would be open to the network. Leave HOST out, or set ALLOW_DEMO_ON_NETWORK=true if that is meant.`,
    )
  }
  const ofEntra = [
    'AZURE_TENANT_IDS',
    'API_CLIENT_SECRET',
    'API_CLIENT_CERTIFICATE_FILE',
    'API_MANAGED_IDENTITY_CLIENT_ID',
    'PUBLIC_ORIGIN',
    'AZURE_CLOUD',
  ]
  for (const name of ofEntra) {
    if (read(env, name) !== undefined) faults.push(`${name} is for AUTH_MODE=entra, and AUTH_MODE is demo.`)
  }
  const simulatorPort = readPort(env, { name: 'SIMULATOR_PORT', otherwise: defaultSimulatorPort }, faults)
  const simulator = readSimulator(env, faults)
  if (faults.length > 0) throw new ConfigurationFaults(faults)
  return {
    authMode: 'demo',
    ...server,
    simulatorPort,
    ...(simulator !== undefined && { simulator }),
  }
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
  if (secret === undefined) faults.push('AZURE_SIMULATOR_API_CLIENT_SECRET is missing; AZURE_SIMULATOR_URL needs it.')
  const id = (name: string) => requiredGuid(env, { name, meaning: 'as the running simulator tells it' }, faults)
  return {
    url: origin ?? '',
    tenantId: id('AZURE_SIMULATOR_TENANT_ID'),
    portalClientId: id('AZURE_SIMULATOR_PORTAL_CLIENT_ID'),
    apiClientId: id('AZURE_SIMULATOR_API_CLIENT_ID'),
    apiClientSecret: secret ?? '',
  }
}

function readPublicOrigin(env: Environment, faults: string[]): string {
  const given = read(env, 'PUBLIC_ORIGIN')
  if (given === undefined) {
    faults.push("PUBLIC_ORIGIN is missing: the portal's own address, such as https://images.contoso.com.")
    return ''
  }
  const url = URL.parse(given)
  const plain = url !== null && given.replace(/\/$/, '') === url.origin
  if (!plain || url.protocol !== 'https:' || url.hostname.endsWith('.invalid')) {
    faults.push(
      `PUBLIC_ORIGIN is "${given}"; it must be an https origin without a path, such as https://images.contoso.com.`,
    )
    return ''
  }
  return url.origin
}

function readTenantIds(env: Environment, faults: string[]): string[] {
  const tenantIds = (read(env, 'AZURE_TENANT_IDS') ?? '')
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '')
  if (tenantIds.length === 0)
    faults.push('AZURE_TENANT_IDS is missing: the ids of the tenants whose people may come in, separated by commas.')
  for (const id of tenantIds) {
    if (!z.safeParse(guid, id).success)
      faults.push(`AZURE_TENANT_IDS has "${id}", which is not the id of a tenant (a GUID).`)
  }
  return [...new Set(tenantIds)]
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
  if (clientId !== undefined && !z.safeParse(guid, clientId).success)
    faults.push(`API_MANAGED_IDENTITY_CLIENT_ID is "${clientId}", which is not the client id of an identity (a GUID).`)
  if (given.length === 0) faults.push(`The API has no credential: set one of ${names}.`)
  if (given.length > 1) faults.push(`The API has ${given.length} credentials: set only one of ${names}.`)
  return given[0]
}

function readCertificate(env: Environment, faults: string[]): CertificateFiles | undefined {
  const certificateFile = read(env, 'TLS_CERTIFICATE_FILE')
  const keyFile = read(env, 'TLS_KEY_FILE')
  if (certificateFile !== undefined && keyFile !== undefined) return { certificateFile, keyFile }
  if (certificateFile !== undefined || keyFile !== undefined)
    faults.push('TLS_CERTIFICATE_FILE and TLS_KEY_FILE belong together: set both, or neither.')
  return undefined
}

function readServerConfig(
  env: Environment,
  otherwise: { host: string; logLevel: LogLevel },
  faults: string[],
): ServerConfig {
  const perSecond = (name: string, among: keyof RequestsPerSecond) =>
    readLimit(env, { name, otherwise: defaultRequestsPerSecond[among] }, faults)
  return {
    listen: {
      port: readPort(env, { name: 'PORT', otherwise: defaultPort }, faults),
      host: read(env, 'HOST') ?? otherwise.host,
    },
    logLevel: readLogLevel(env, faults, otherwise.logLevel),
    telemetryEndpoint: readTelemetryEndpoint(env, faults),
    webRoot: read(env, 'WEB_ROOT'),
    trustProxy: readTrustProxy(env, faults),
    requestsPerSecond: {
      address: perSecond('ADDRESS_REQUESTS_PER_SECOND', 'address'),
      user: perSecond('USER_REQUESTS_PER_SECOND', 'user'),
      userWrites: perSecond('USER_WRITES_PER_SECOND', 'userWrites'),
    },
    exchangesPerMinute: readLimit(
      env,
      { name: 'USER_EXCHANGES_PER_MINUTE', otherwise: defaultExchangesPerMinute },
      faults,
    ),
    redis: readRedis(env, faults),
  }
}

function readRedis(env: Environment, faults: string[]): RedisSource | undefined {
  const url = read(env, 'REDIS_URL')
  const sealingKeyFile = read(env, 'TOKEN_CACHE_KEY_FILE')
  if (url === undefined) {
    if (sealingKeyFile !== undefined)
      faults.push('TOKEN_CACHE_KEY_FILE is for tokens in Redis, and REDIS_URL is not set.')
    return undefined
  }
  // The address is not repeated, since it may hold a password.
  if (!isRedisAddress(URL.parse(url)))
    faults.push(
      'REDIS_URL is not the address of a Redis; it must be like rediss://portal:password@redis.contoso.com:6380, and special characters of the password percent-encoded.',
    )
  else if (url.startsWith('redis:') && !loopback.has(new URL(url).hostname.replace(/^\[|\]$/g, '')))
    faults.push(
      'REDIS_URL is of another machine and not encrypted; it must begin with rediss://. A Redis on this machine may be redis://.',
    )
  if (sealingKeyFile === undefined)
    faults.push(
      'TOKEN_CACHE_KEY_FILE is missing: the file with the key that seals tokens in Redis; REDIS_URL needs it.',
    )
  return { url, sealingKeyFile: sealingKeyFile ?? '' }
}

function readLimit(
  env: Environment,
  { name, otherwise }: { name: string; otherwise: number },
  faults: string[],
): number {
  const given = read(env, name)
  if (given === undefined) return otherwise
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  faults.push(`${name} is "${given}"; it must be a whole number from 1 to 999999.`)
  return otherwise
}

// Never simply "trust": whoever sends a request could then say that it came from anywhere.
function readTrustProxy(env: Environment, faults: string[]): TrustProxy {
  const given = read(env, 'TRUST_PROXY')
  if (given === undefined) return 0
  if (/^[1-9]$/.test(given)) return Number(given)
  const ranges = given.split(',').map((range) => range.trim())
  if (ranges.every(isAddressRange)) return ranges
  faults.push(
    `TRUST_PROXY is "${given}"; it must be the number of proxies before the portal (1 to 9), or their addresses as CIDR ranges separated by commas, such as 10.0.0.0/8.`,
  )
  return 0
}

function isAddressRange(range: string): boolean {
  const [address = '', bits, ...more] = range.split('/')
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  // a range of everybody would be "trust" by another name
  return (
    longest > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= longest))
  )
}

function readPort(
  env: Environment,
  { name, otherwise }: { name: string; otherwise: number },
  faults: string[],
): number {
  const given = read(env, name)
  if (given === undefined) return otherwise
  const port = Number(given)
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port
  faults.push(`${name} is "${given}"; it must be a number from 0 (any free port) to 65535.`)
  return otherwise
}

function readTelemetryEndpoint(env: Environment, faults: string[]): string | undefined {
  const given = read(env, 'OTEL_EXPORTER_OTLP_ENDPOINT')
  if (given === undefined) return undefined
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    // not repeated, as that of Redis is not
    faults.push(
      'OTEL_EXPORTER_OTLP_ENDPOINT is not the address of a collector that takes OTLP over HTTP, such as http://localhost:4318.',
    )
  return given
}

function readLogLevel(env: Environment, faults: string[], otherwise: LogLevel): LogLevel {
  const given = read(env, 'LOG_LEVEL')
  const parsed = z.safeParse(logLevel, given ?? otherwise)
  if (parsed.success) return parsed.data
  faults.push(`LOG_LEVEL is "${given ?? ''}"; it must be one of ${logLevel.options.join(', ')}.`)
  return otherwise
}

/** In small letters, as Entra ID writes ids in its tokens. */
function requiredGuid(
  env: Environment,
  { name, meaning }: { name: string; meaning: string },
  faults: string[],
): string {
  const given = read(env, name)?.toLowerCase()
  if (given === undefined) faults.push(`${name} is missing: ${meaning}.`)
  else if (!z.safeParse(guid, given).success) faults.push(`${name} is "${given}", which is not a GUID.`)
  return given ?? ''
}

function isTrue(env: Environment, name: string): boolean {
  return read(env, name) === 'true'
}

/** A variable that is set to nothing counts as not set. */
function read(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

import { isIP } from 'node:net'
import * as z from 'zod/mini'
import { defaultExchangesPerMinute, defaultRequestsPerSecond, type RequestsPerSecond } from '../http/rate-limits.ts'
import type { OperatorsConfig } from '../operators/start-operators.ts'
import { read, readLimit, readPort, readSwitch, type Environment } from '../process/environment.ts'
import { isRedisAddress, type RedisSource } from '../redis/redis-source.ts'
import { defaultConnections, type TrustProxy } from '../server/connection-limits.ts'

/** What the server is started with, whichever Azure it works on. */
export interface ServerConfig {
  listen: { port: number; host: string }
  logLevel: LogLevel
  /** OpenTelemetry's collector; undefined: no traces and no metrics */
  telemetryEndpoint: string | undefined
  /** folder of the built portal; undefined: the output folder of "npm run build" */
  webRoot: string | undefined
  trustProxy: TrustProxy
  /** at once, of one address */
  connectionsOfAddress: number
  requestsPerSecond: RequestsPerSecond
  /** On-Behalf-Of exchanges of one user */
  exchangesPerMinute: number
  operators: OperatorsConfig
  /** whom to tell about a vulnerability: addresses of `mailto:`, `https:` or `tel:` */
  securityContacts: string[]
  /** whether only somebody else than who stated a campaign deletes the versions that it has replaced */
  deletionsNeedSecondPerson: boolean
  /** the longest that the event loop can be blocked before the log says so; ms */
  eventLoopAlarmMs: number
  /** what several processes share; undefined: nothing is shared */
  redis: RedisSource | undefined
}

export type LogLevel = z.infer<typeof logLevel>

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
const defaultPort = 4280
const defaultEventLoopAlarmMs = 1_000
/** The names of this machine among `HOST`s. */
export const loopback = new Set(['localhost', '127.0.0.1', '::1'])

/** Reads the settings of every server, with `otherwise` as the default; problems are added to `faults`. */
export function readServerConfig(
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
    connectionsOfAddress: readLimit(
      env,
      { name: 'ADDRESS_CONNECTIONS', otherwise: defaultConnections.ofAddress },
      faults,
    ),
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
    operators: {
      readOnly: readSwitch(env, 'READ_ONLY', faults),
      file: readOperatorsFile(env, faults),
    },
    securityContacts: readSecurityContacts(env, faults),
    deletionsNeedSecondPerson: readSwitch(env, 'DELETIONS_NEED_SECOND_PERSON', faults),
    eventLoopAlarmMs: readLimit(env, { name: 'EVENT_LOOP_ALARM_MS', otherwise: defaultEventLoopAlarmMs }, faults),
    redis: readRedis(env, faults),
  }
}

function readSecurityContacts(env: Environment, faults: string[]): string[] {
  const contacts = (read(env, 'SECURITY_CONTACT') ?? '').split(/[\s,]+/).filter((contact) => contact !== '')
  const isAddress = /^(mailto:[^@]+@[^@]+|https:\/\/.+|tel:\+?[\d-]+)$/
  const wrong = contacts.find((contact) => !isAddress.test(contact) || URL.parse(contact) === null)
  if (wrong !== undefined)
    faults.push(
      `SECURITY_CONTACT has "${wrong}"; it must be an address such as mailto:security@contoso.com, https://contoso.com/report or tel:+1-201-555-0123, or several with commas.`,
    )
  return contacts
}

function readOperatorsFile(env: Environment, faults: string[]): string | undefined {
  // Ignored, it would let in everybody whom it blocks.
  if (read(env, 'BLOCK_LIST_FILE') !== undefined)
    faults.push('BLOCK_LIST_FILE is now OPERATORS_FILE, with the word "block" at the start of each line.')
  return read(env, 'OPERATORS_FILE')
}

function readRedis(env: Environment, faults: string[]): RedisSource | undefined {
  const url = read(env, 'REDIS_URL')
  const sealingKeyFile = read(env, 'TOKEN_CACHE_KEY_FILE')
  if (url === undefined) {
    if (sealingKeyFile !== undefined)
      faults.push("TOKEN_CACHE_KEY_FILE is for tokens in Redis, but REDIS_URL isn't set.")
    return undefined
  }
  // The address is not repeated, because it might contain a password.
  if (!isRedisAddress(URL.parse(url)))
    faults.push(
      "REDIS_URL isn't the address of a Redis. Use the form rediss://portal:password@redis.contoso.com:6380, and percent-encode special characters in the password.",
    )
  else if (url.startsWith('redis:') && !loopback.has(new URL(url).hostname.replace(/^\[|\]$/g, '')))
    faults.push(
      'REDIS_URL points to another machine without encryption. Use rediss://; redis:// is for a Redis on this machine only.',
    )
  if (sealingKeyFile === undefined)
    faults.push(
      "TOKEN_CACHE_KEY_FILE isn't set. REDIS_URL requires it: the file with the key that encrypts tokens in Redis.",
    )
  return { url, sealingKeyFile: sealingKeyFile ?? '' }
}

// Never simply "trust": any sender could then claim any address.
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
  // a range of all addresses would also be "trust"
  return (
    longest > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= longest))
  )
}

function readTelemetryEndpoint(env: Environment, faults: string[]): string | undefined {
  const given = read(env, 'OTEL_EXPORTER_OTLP_ENDPOINT')
  if (given === undefined) return undefined
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    // not repeated, as that of Redis is not
    faults.push(
      "OTEL_EXPORTER_OTLP_ENDPOINT isn't the address of a collector that accepts OTLP over HTTP, such as http://localhost:4318.",
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

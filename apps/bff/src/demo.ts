import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { AzureSimulator, Clock, SimulatorOptions } from '@portal/azure-simulator'
import { startSimulatorProcess, type Interruption, type SimulatorProcess } from '@portal/azure-simulator/process'
import { storedSigningKey } from '@portal/azure-simulator/signing-key'
import { createApp } from './app.ts'
import type { Registration } from './auth/registration.ts'
import { readConfig } from './config.ts'
import type { DemoConfig, RunningSimulator } from './config/demo-config.ts'
import type { LogLevel } from './config/server-config.ts'
import { demoCloud } from './demo/demo-cloud.ts'
import { demoRoutes } from './demo/demo-routes.ts'
import { gatedAzure, type Gated } from './demo/gated-azure.ts'
import { listenSomewhere } from './demo/listen-somewhere.ts'
import type { Readiness } from './http/probes.ts'
import { defaultRequestsPerSecond, type RequestsPerSecond } from './http/rate-limits.ts'
import type { Operators } from './operators/operators.ts'
import { startOperators } from './operators/start-operators.ts'
import { standardOutput, watchStandardOutput } from './process/standard-output.ts'
import type { SharedState } from './redis/shared-state.ts'
import { startSharedState } from './redis/start-shared-state.ts'
import { certificateRenewal, renewalMs } from './server/certificate-renewal.ts'
import { type TrustProxy, type ConnectionLimits, defaultConnections } from './server/connection-limits.ts'
import { loadServerCertificate, type ServerCertificate } from './server/server-certificate.ts'
import { shutDownOnSignals } from './shutdown.ts'
import { auditLog, type AuditLog } from './telemetry/audit/audit-log.ts'
import { watchEventLoop } from './telemetry/event-loop-alarm.ts'
import { createLogger, type Logger } from './telemetry/log.ts'
import { startTelemetry } from './telemetry/start-telemetry.ts'
import { summedLines } from './telemetry/summed-lines.ts'
import { noTelemetry, type Telemetry } from './telemetry/telemetry-events.ts'
import { builtWebRoot } from './web-root.ts'

// The portal on a simulated Azure: the only file that imports the simulator. main.ts is its counterpart on the real
// one.

export interface DemoOptions {
  /** 0: any free port; any other is tried first, and if it is in use, a free one is used */
  port?: number
  host?: string
  simulatorPort?: number
  /** Azure's time; by default it runs fifteen times as fast as the real one */
  clock?: Clock
  /** for the simulator that is started here: a tenant for each browser, a stored token key */
  simulation?: Pick<SimulatorOptions, 'sandboxes' | 'signingKey'>
  /** folder of the built portal; null serves /api only */
  webRoot?: string | null
  /** tenants whose users can sign in; by default that of the simulator, or each browser's own */
  tenantIds?: string[]
  /** a simulator that runs already, instead of one started here */
  simulator?: AzureSimulator | RunningSimulator
  logger?: Logger
  logLevel?: LogLevel
  telemetry?: Telemetry
  audit?: AuditLog
  operators?: Operators
  securityContacts?: readonly string[]
  deletionsNeedSecondPerson?: boolean
  trustProxy?: TrustProxy
  connections?: ConnectionLimits
  /** the portal's https origin in browsers; by default http://localhost and the port */
  publicOrigin?: string
  certificate?: ServerCertificate
  requestsPerSecond?: RequestsPerSecond
  exchangesPerMinute?: number
  /** what this portal has in common with others; closed with it */
  shared?: SharedState
}

export interface Demo {
  /** the portal's address */
  url: string
  /** the simulator that was started or passed in; undefined if only its address is known */
  azure: AzureSimulator | undefined
  /** ends the portal, and the simulator if it was started here */
  close(): Promise<void>
}

// A version needs about seven minutes of Azure's time: half a minute of the viewer's.
const demoRate = 15

/** Starts the portal in demo mode in this process. Rejects if the web has not been built or no port is available. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  // nobody reads the output of a test or a measurement
  const audit = auditLog(options.telemetry ?? noTelemetry, { record: () => undefined, keep: () => undefined })
  const { azure, server, app, url } = await start({ audit, ...options }, { draining: false })
  return {
    url,
    azure,
    async close() {
      await server.close(0)
      await app.close()
      if (options.simulator === undefined) await azure?.close()
    },
  }
}

async function start(options: DemoOptions, readiness: Readiness) {
  const {
    port = 4280,
    host = '127.0.0.1',
    simulatorPort = 4290,
    webRoot = builtWebRoot,
    simulator,
    publicOrigin,
  } = options
  const started =
    simulator === undefined
      ? await startHere({ port: simulatorPort, hostname: host, ...options.simulation }, options.clock)
      : undefined
  const azure = started ?? (simulator !== undefined && 'entra' in simulator ? simulator : undefined)
  const running = azure === undefined ? simulator : runningSimulator(azure)
  if (running === undefined || 'entra' in running) throw new Error('There is no simulator to run on')
  try {
    const app = createApp({
      cloud: demoCloud(running.url, started && host === '::1' ? `http://[::1]:${started.port}` : running.directUrl),
      registration: demoRegistration(
        running,
        options.tenantIds ??
          (azure?.sandboxes || running.hasSandboxes === true ? 'any of the authority' : [running.tenantId]),
      ),
      logger: options.logger ?? createLogger(options.logLevel ?? 'warn'),
      requestsPerSecond: options.requestsPerSecond ?? defaultRequestsPerSecond,
      ...(options.exchangesPerMinute !== undefined && { exchangesPerMinute: options.exchangesPerMinute }),
      ...(options.shared && { shared: options.shared }),
      ...(options.audit && { audit: options.audit }),
      ...(options.operators && { operators: options.operators }),
      ...(options.securityContacts && { securityContacts: options.securityContacts }),
      deletionsNeedSecondPerson: options.deletionsNeedSecondPerson ?? false,
      ...(options.telemetry && { telemetry: options.telemetry }),
      ...(options.trustProxy !== undefined && { trustProxy: options.trustProxy }),
      ...(publicOrigin !== undefined && { publicOrigin }),
      ...(webRoot !== null && { webRoot }),
      readiness,
      moreRoutes: demoRoutes,
    })
    const { certificate, connections } = options
    const server = await listenSomewhere(app.handler, { port, host, certificate, connections })
    return { azure, app, server, url: publicOrigin ?? `http://localhost:${server.port}` }
  } catch (error) {
    await started?.close()
    throw error
  }
}

// Its 300 modules are loaded only where no process of its own has them.
async function startHere(options: SimulatorOptions, clock: Clock | undefined): Promise<AzureSimulator> {
  const { startAzureSimulator, systemClock } = await import('@portal/azure-simulator')
  return startAzureSimulator({ ...options, clock: clock ?? systemClock({ rate: demoRate }) })
}

/** What the portal needs to know about a simulator, in this process or in another. */
export function runningSimulator({ url, tenantId, applications }: AzureSimulator): RunningSimulator {
  return {
    url,
    tenantId,
    portalClientId: applications.portal.clientId,
    apiClientId: applications.api.clientId,
    apiClientSecret: applications.api.clientSecret,
  }
}

async function main(): Promise<void> {
  const config = readConfig({ ...process.env, AUTH_MODE: process.env['AUTH_MODE'] ?? 'demo' })
  if (config.authMode !== 'demo')
    throw new Error('AUTH_MODE is entra. Start apps/bff/src/main.ts instead, as "npm start" does.')
  const { world: worldFile } = parseArgs({ options: { world: { type: 'string' } } }).values
  if (worldFile !== undefined && config.simulator)
    throw new Error('--world is for the simulated Azure that the demo starts itself. Start the other one with it.')
  watchStandardOutput()
  const logger = createLogger(config.logLevel)
  const telemetry = await startTelemetry(config.telemetryEndpoint, logger)
  watchEventLoop({ thresholdMs: config.eventLoopAlarmMs, logger, telemetry })
  const operators = await startOperators(config.operators, logger)
  const troubles = () => [...standardOutput.troubles(), ...operators.troubles()]
  telemetry.observeTroubles(troubles)
  const readiness = { draining: false, troubles }
  const certificate = config.certificate && (await loadServerCertificate(config.certificate))
  let portalOrigin = config.publicOrigins?.portal ?? ''
  const { webRoot, trustProxy, requestsPerSecond, exchangesPerMinute } = config
  const lines = summedLines(logger, telemetry)
  const connections = { ...defaultConnections, ofAddress: config.connectionsOfAddress, trustProxy, lines }
  const gated = config.simulator
    ? undefined
    : await startGatedAzure(config, { certificate, connections, logger, worldFile, portalOrigin: () => portalOrigin })
  const simulator = config.simulator ?? (gated && behindGate(gated))
  const { url, app, server } = await start(
    {
      ...config.listen,
      logger,
      telemetry,
      operators,
      securityContacts: config.securityContacts,
      deletionsNeedSecondPerson: config.deletionsNeedSecondPerson,
      trustProxy,
      connections,
      requestsPerSecond,
      exchangesPerMinute,
      shared: await startSharedState(config.redis, { logger, telemetry }),
      ...(certificate && { certificate }),
      ...(config.publicOrigins && { publicOrigin: config.publicOrigins.portal }),
      ...(simulator && { simulator }),
      ...(webRoot !== undefined && { webRoot }),
    },
    readiness,
  )
  portalOrigin = url
  if (config.certificate && certificate) {
    const renew = (renewed: ServerCertificate) => [server, gated?.server].forEach((each) => each?.renew(renewed))
    const look = certificateRenewal({ files: config.certificate, certificate, renew, logger })
    setInterval(() => void look(), renewalMs).unref()
  }
  const close = async () => {
    await app.close()
    await gated?.close()
  }
  shutDownOnSignals({ app: { ...app, close }, server, readiness, logger, telemetry })
  standardOutput.keep(`Gallery Encryption Portal (demo) is ready: ${url}\n`)
}

interface Around {
  certificate: ServerCertificate | undefined
  connections: ConnectionLimits
  logger: Logger
  /** path of a copied estate that the demo begins as */
  worldFile: string | undefined
  portalOrigin: () => string
}

/** The simulated Azure in a separate process, so that no request in it stops the portal. */
async function startGatedAzure(
  { listen: { host }, simulatorPort, publicOrigins, trustProxy }: DemoConfig,
  { certificate, connections, logger, worldFile, portalOrigin }: Around,
): Promise<Gated<SimulatorProcess>> {
  const kept = await signingKey()
  // A copy has sandboxes of its own, which are there again when it is opened again.
  const copy = worldFile === undefined ? '' : `-${createHash('sha256').update(readFileSync(worldFile)).digest('hex')}`
  return gatedAzure({
    at: { port: simulatorPort, host, certificate, connections },
    publicOrigin: publicOrigins?.azure,
    portalOrigin,
    trustProxy,
    start: (origin) =>
      startSimulatorProcess({
        origin,
        redirectUris: publicOrigins ? [`${publicOrigins.portal}/auth/redirect.html`] : [],
        sandboxFile: `.data/sandboxes${copy.slice(0, 13)}.sqlite`,
        ...(worldFile !== undefined && { worldFile }),
        ...kept,
        onInterruption: (interruption) => sayInterruption(interruption, logger),
      }),
  })
}

// Only a part of a sandbox's ID is shown: anyone with the complete ID can enter.
function sayInterruption({ reason, culprit }: Interruption, logger: Logger): void {
  const sandbox = culprit?.slice(0, 8)
  logger.error({ event: 'simulated-azure-ended', reason, ...(sandbox !== undefined && { sandbox }) })
  const aside = sandbox === undefined ? '' : ` Sandbox ${sandbox}…, whose request caused this, was stopped.`
  process.stderr.write(`The simulated Azure ${reason} and is restarting.${aside}\n`)
}

function behindGate({ origin, directUrl, azure }: Gated<SimulatorProcess>): RunningSimulator {
  const { tenantId, portalClientId, apiClientId, apiClientSecret } = azure
  return { url: origin, directUrl, hasSandboxes: true, tenantId, portalClientId, apiClientId, apiClientSecret }
}

/** The key of the last start, so that a restart signs nobody out; none if it can't be stored. */
async function signingKey(): Promise<Pick<SimulatorOptions, 'signingKey'>> {
  try {
    return { signingKey: await storedSigningKey('.data/azure-simulator-signing-key.json') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(
      `Couldn't save the token signing key (${reason}). All users will be signed out at the next start.\n`,
    )
    return {}
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
}

/** The applications that a simulator has registered for the portal, for the people of these tenants. */
function demoRegistration(
  { tenantId, portalClientId, apiClientId, apiClientSecret }: RunningSimulator,
  tenantIds: Registration['tenantIds'],
): Registration {
  return {
    tenantIds,
    // Each browser then has its own; the ID of this one is publicly known.
    ...(tenantIds === 'any of the authority' && { closedTenantIds: [tenantId] }),
    portalClientId,
    api: {
      clientId: apiClientId,
      scope: `api://${apiClientId}/access_as_user`,
      credential: { type: 'secret', clientSecret: apiClientSecret },
    },
  }
}

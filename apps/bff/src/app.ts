import express, { type Express, type RequestHandler } from 'express'
import { callerVerifier } from './auth/caller.ts'
import { entraExchange, exchangeInPlace } from './auth/entra-exchange.ts'
import { onBehalfOf } from './auth/on-behalf-of.ts'
import type { Registration } from './auth/registration.ts'
import { armHttpClient } from './azure/arm/arm-http-client.ts'
import { azureClients } from './azure/arm/clients.ts'
import { keyReader, type KeyReader } from './azure/disk-encryption-sets/keys/key-reader.ts'
import type { Cloud } from './cloud.ts'
import { concurrentRequests } from './http/concurrent-requests.ts'
import { cspReports } from './http/csp-reports.ts'
import { assertOwnOrigin } from './http/own-origin.ts'
import { probes, type Readiness } from './http/probes.ts'
import { lastResort, problems } from './http/problem.ts'
import { defaultExchangesPerMinute, rateLimits, type RequestsPerSecond } from './http/rate-limits.ts'
import { securityHeaders, setApiHeaders } from './http/security-headers.ts'
import { pageStyles, staticFiles } from './http/static-files.ts'
import { noOperators, setReadOnlyHeader, type Operators } from './operators/operators.ts'
import { azureServices } from './outages/azure-services.ts'
import { stateOfThisProcess, type SharedState } from './redis/shared-state.ts'
import { RequestRefused } from './refusals/request-refused.ts'
import { configurationRoutes } from './routes/configuration.ts'
import { connectionCheckRoutes } from './routes/connection-checks.ts'
import { diskEncryptionSetRoutes, keyRoutes } from './routes/disk-encryption-sets/disk-encryption-sets.ts'
import { preparationRoutes } from './routes/disk-encryption-sets/preparations.ts'
import { estateRoutes } from './routes/estate/estate.ts'
import { fileSchemas } from './routes/file-schemas.ts'
import { galleryRoutes } from './routes/galleries.ts'
import { campaignRoutes, cleanUpRoutes } from './routes/image-versions/campaigns.ts'
import { imageVersionUpdateRoutes, latestVersionRoutes } from './routes/image-versions/image-version-updates.ts'
import { imageVersionRoutes, inventoryRoutes, snapshotRoutes } from './routes/image-versions/image-versions.ts'
import { openApi } from './routes/open-api.ts'
import { routerOf, type Gate, type Route } from './routes/route.ts'
import { securityTxt } from './routes/security-txt.ts'
import { sessionRoutes } from './routes/session.ts'
import { subscriptionRoutes } from './routes/subscriptions.ts'
import { virtualMachineRoutes } from './routes/virtual-machines/virtual-machines.ts'
import type { TrustProxy } from './server/connection-limits.ts'
import { auditLog, type AuditLog } from './telemetry/audit/audit-log.ts'
import { logRequests, type Logger } from './telemetry/log.ts'
import { summedLines } from './telemetry/summed-lines.ts'
import { noTelemetry, type Telemetry } from './telemetry/telemetry-events.ts'

export interface AppOptions {
  cloud: Cloud
  registration: Registration
  logger: Logger
  /** gets every write; without one, the lines go to standard output, whatever the log level */
  audit?: AuditLog
  operators?: Operators
  telemetry?: Telemetry
  /** the portal's https origin in browsers; without it, they use http, wherever it listens */
  /** addresses of `mailto:`, `https:` or `tel:` for reports of vulnerabilities */
  securityContacts?: readonly string[]
  publicOrigin?: string
  /** which source address to trust: the number of proxies in front of the portal, or their addresses */
  trustProxy?: TrustProxy
  requestsPerSecond: RequestsPerSecond
  /** On-Behalf-Of exchanges of one user */
  exchangesPerMinute?: number
  /** what this process has in common with others; closed with the app */
  shared?: SharedState
  /** folder of the built portal; without it only /api is served */
  webRoot?: string | undefined
  readiness?: Readiness
  /** whether only somebody else than who stated a campaign deletes the versions that it has replaced */
  deletionsNeedSecondPerson?: boolean
  /** this portal's additional routes; `keys` are those that it reads for its users */
  moreRoutes?: (keys: KeyReader) => Route[]
}

export interface App {
  handler: Express
  /** closes the connections to Azure and to shared state */
  close(): Promise<void>
}

/** The portal's server for one cloud. Everything it stores is a cache that can be lost. */
export function createApp({
  cloud,
  registration,
  logger,
  telemetry = noTelemetry,
  audit = auditLog(telemetry),
  operators = noOperators,
  securityContacts = [],
  publicOrigin,
  trustProxy = 0,
  requestsPerSecond,
  exchangesPerMinute = defaultExchangesPerMinute,
  shared = stateOfThisProcess(),
  webRoot,
  readiness = { draining: false },
  deletionsNeedSecondPerson = false,
  moreRoutes = () => [],
}: AppOptions): App {
  const callers = callerVerifier({ signIn: cloud.signIn, registration, signedOut: shared.signedOut, operators })
  const limits = rateLimits({ requestsPerSecond, exchangesPerMinute }, shared)
  const services = azureServices({ logger, telemetry })
  const tokens = onBehalfOf({
    exchange: exchangeInPlace(entraExchange(cloud, registration, Date.now), services),
    scope: cloud.resourceManagerScope,
    cache: shared.tokens,
    roomForExchange: limits.roomForExchange,
  })
  const http = armHttpClient(cloud.resourceManager)
  const azureFor = azureClients({ cloud, tokens, http, services })
  const lines = summedLines(logger, telemetry)
  const gate = {
    callers,
    tokens,
    azureFor,
    limits,
    atOnce: concurrentRequests(),
    operators,
    audit,
    lines,
    publicOrigin,
  }
  const keys = keyReader(() => performance.now())
  const routes = [
    ...configurationRoutes(cloud, registration),
    ...connectionCheckRoutes({ signIn: cloud.signIn, registration, tokens }),
    ...sessionRoutes(callers, tokens),
    ...subscriptionRoutes(registration),
    ...estateRoutes(keys),
    ...galleryRoutes,
    ...inventoryRoutes,
    ...diskEncryptionSetRoutes(keys),
    ...imageVersionRoutes(keys),
    ...keyRoutes,
    ...imageVersionUpdateRoutes(keys),
    ...latestVersionRoutes(keys),
    ...campaignRoutes(keys, { deletionsNeedSecondPerson }),
    ...cleanUpRoutes(keys, { deletionsNeedSecondPerson }),
    ...snapshotRoutes,
    ...preparationRoutes(keys),
    ...virtualMachineRoutes(keys),
    ...moreRoutes(keys),
  ]

  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', trustProxy)
  app.set('query parser', 'simple')
  app.use(logRequests(logger, telemetry))
  const styles = webRoot === undefined ? [] : pageStyles(webRoot)
  app.use(securityHeaders({ signInOrigin: cloud.signIn.origin, https: publicOrigin !== undefined, styles }))
  app.use(addressLength)
  app.use('/api', apiChecks({ operators, publicOrigin, limits }))
  app.use(routerOf(routes, gate))
  app.use(openApi({ routes, cloud, registration }))
  app.use('/api', notFound)
  app.use(probes({ callers, readiness, services }))
  app.use(fileSchemas(), securityTxt({ contacts: securityContacts, publicOrigin, now: Date.now }))
  app.use(cspReports({ lines, telemetry, ofAddress: limits.ofAddressForReports }))
  if (webRoot !== undefined) app.use(staticFiles(webRoot, cloud.environment))
  app.use(notFound)
  app.use(problems({ signIn: cloud.signIn, lines, audit }), lastResort)
  const close = async () => {
    lines.close()
    await Promise.all([http.close(), shared.close()])
  }
  return { handler: app, close }
}

// characters, all of ASCII; the portal's own longest address has about 2,000
const longestAddress = 8 * 1024

const addressLength: RequestHandler = (request, _response, next) => {
  if (request.url.length > longestAddress)
    throw new RequestRefused('AddressTooLong', `The address has more than ${longestAddress} characters`)
  next()
}

/**
 * What each request to the API passes first. One handler: Express would match the path for each of several, and set up
 * each request again for a router. It is asynchronous, so that Node first refuses a request that it can't parse.
 */
function apiChecks({ operators, publicOrigin, limits }: Pick<Gate, 'operators' | 'publicOrigin' | 'limits'>) {
  const check: RequestHandler = async (request, response, next) => {
    setApiHeaders(response)
    setReadOnlyHeader(response, operators)
    // What other sites have browsers send is refused before it is counted.
    assertOwnOrigin(request, publicOrigin)
    await limits.ofAddress(request, response, next)
  }
  return check
}

function notFound(): never {
  throw new RequestRefused('NotFound', 'There is nothing at this address')
}

import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import express, { type ErrorRequestHandler, type Router } from 'express'
import type { JWK } from 'jose'
import { armRouter, settle } from './arm/app.ts'
import { deliverEvents, validateByUrl } from './arm/events/event-delivery.ts'
import type { ThrottlingLimits } from './arm/gateway/throttling.ts'
import { keyVaultRouter } from './arm/key-vault/key-vault-data-plane.ts'
import { isSystemClock, systemClock, type Clock } from './clock/clock.ts'
import { controlRouter } from './control/control-router.ts'
import { firstObjects } from './directory/first-objects.ts'
import { entraRouter } from './entra/app.ts'
import { demonstrationApplications, demonstrationRegistrations, type Applications } from './entra/applications.ts'
import { createSignIns } from './entra/sign-in/sign-ins.ts'
import { signingKeyFrom } from './entra/signing-key.ts'
import { tokenTrust } from './entra/token-trust.ts'
import { issuerFor } from './entra/tokens.ts'
import { createFaults, type Faults } from './faults.ts'
import { graphRouter } from './graph/app.ts'
import { graphPath } from './graph/graph-path.ts'
import { limitedServer, usualLimits, type SenderLimits } from './listening/sender-limits.ts'
import { parseOrigin, originOf } from './origin.ts'
import type { RecordedRequest } from './requests.ts'
import { createSandboxes, type SandboxOptions, type Sandboxes } from './sandboxes/sandboxes.ts'
import { deepFreeze } from './store/deep-freeze.ts'
import type { Tenants } from './tenants.ts'
import { frozenWorld, resetTenant, tenantFrom, type Tenant, type World } from './world.ts'
import { contoso } from './worlds/contoso.ts'
import { fabrikam } from './worlds/fabrikam.ts'

export interface SimulatorOptions {
  /** 0 (the default): any free one. If the port is in use, any free one */
  port?: number
  /** address to listen on, `::1` too; the default is loopback, and nothing else is safe: anyone can sign in */
  hostname?: string
  /** Azure's time; by default the machine's */
  clock?: Clock
  /** by default Contoso */
  world?: World
  /** other tenants, whose users can be guests of each other and of the world's; by default there is one tenant */
  partners?: World[]
  /** private RSA key of the tokens, to keep across starts; by default a new one */
  signingKey?: JWK
  /** items on a page of a list; by default more than any world has */
  pageSize?: number
  /** `https://host[:port]`, the address of a TLS proxy in front; by default as each client sends */
  publicUrl?: string
  /**
   * `http(s)://host[:port]`, the address for browsers through the proxies in front: used in tokens, cookies and pages.
   * ARM's responses use the client's address. By default http://localhost and the port
   */
  origin?: string
  /** of the portal's application, in addition to those on this machine */
  redirectUris?: string[]
  /** of the API's application; by default a new one */
  apiClientSecret?: string
  /** real time in milliseconds when this one took the place of one that did not answer */
  restartedAt?: number
  /** PEM of a certificate for localhost and its key, to serve https; by default plain http */
  tls?: { cert: string; key: string }
  /** seconds that clients must wait between polls; by default as recorded, often nothing */
  retryAfter?: number
  /** rate limits other than Azure's, by the names in its headers; can be changed while it runs */
  throttling?: ThrottlingLimits
  /** with this, `requests` have the sent bodies, for tests; by default they are not stored */
  recordsBodies?: boolean
  /**
   * with this, `organizations` is the browser's own tenant, created when it arrives, and the world's tenant is closed.
   * By default, all browsers use that one
   */
  sandboxes?: SandboxOptions
  /** time limits of a sender and the maximum number of connections, if other than the defaults */
  senderLimits?: Partial<SenderLimits>
  /** real time in milliseconds, for the lives of tokens and sandboxes; by default the machine's */
  entraNow?: () => number
}

/** A running ARM and Entra ID. */
export interface AzureSimulator {
  /** http(s)://localhost:PORT or the public one, the origin of both */
  url: string
  /** that it listens at */
  port: number
  /** ARM's endpoint */
  resourceManager: string
  tenantId: string
  entra: {
    /** issuer of the access tokens of a tenant */
    issuer(tenantId: string): string
    /** these contain `{tenantid}` in the place of the tenant */
    authorizationEndpoint: string
    tokenEndpoint: string
    endSessionEndpoint: string
    jwksUri: string
    issuerTemplate: string
  }
  applications: {
    portal: { clientId: string }
    api: { clientId: string; clientSecret: string; scope: string }
  }
  clock: Clock
  /** what ARM and Microsoft Graph received, oldest first; the last 2000 */
  requests: RecordedRequest[]
  faults: Faults
  /** the current world: users, roles, and its resources in `store` */
  world: Tenant
  /** all that there are, `world` first */
  tenants: Tenants
  /** undefined if the simulator was started without */
  sandboxes: Sandboxes | undefined
  close(): Promise<void>
}

/** Starts an Azure on its own origin. Rejects if the address isn't available. */
export async function startAzureSimulator(options: SimulatorOptions = {}): Promise<AzureSimulator> {
  const isDemo = options.sandboxes !== undefined
  const {
    port = 0,
    hostname = '127.0.0.1',
    clock = systemClock(),
    // nobody else has it: then it need not be copied
    world = deepFreeze(
      contoso({
        now: clock.now(),
        machines: isDemo,
        hardware: isDemo,
        partnerKeys: isDemo,
        builds: isDemo,
        secondTeam: isDemo,
      }),
    ),
    partners = isDemo ? [deepFreeze(fabrikam())] : [],
    pageSize = 1000,
    entraNow = Date.now,
    retryAfter,
    throttling = {},
    recordsBodies = false,
    tls,
    apiClientSecret = randomBytes(24).toString('base64url'),
  } = options
  const publicUrl = options.publicUrl === undefined ? undefined : parseOrigin(options.publicUrl)
  const key = await signingKeyFrom(options.signingKey)
  const applications: Applications = demonstrationApplications(apiClientSecret)
  const registrations = demonstrationRegistrations(applications, options.redirectUris)
  const frozen = frozenWorld(world, firstObjects(world, registrations, true))
  const othersThan = (tenantId: string) => () => organizations.filter((each) => each.tenantId !== tenantId)
  const tenant = tenantFrom(frozen, { clock, tenantId: world.tenantId, others: othersThan(world.tenantId) })
  const worlds = new Map([[world.tenantId, frozen]])
  for (const partner of partners)
    worlds.set(partner.tenantId, frozenWorld(partner, firstObjects(partner, registrations, false)))
  const organizations = [...worlds].map(([tenantId, each]) =>
    tenantId === tenant.tenantId ? tenant : tenantFrom(each, { clock, tenantId, others: othersThan(tenantId) }),
  )
  const worldOf = ({ tenantId }: Tenant) => worlds.get(tenantId) ?? frozen
  const signIns = createSignIns(entraNow)
  const { onWork = () => {} } = options.sandboxes ?? {}
  const others = othersThan(world.tenantId)
  const sandboxes =
    options.sandboxes && createSandboxes(options.sandboxes, { world: frozen, others, now: entraNow, signIns })
  const tenants: Tenants = {
    // The IDs of the worlds' own tenants are publicly known: with strangers, each uses their own sandbox.
    get: (tenantId) => (sandboxes ? sandboxes.get(tenantId) : organizations.find((each) => each.tenantId === tenantId)),
    values: () => [...organizations, ...(sandboxes?.values() ?? [])],
    organizations: () => organizations,
  }
  const requests: RecordedRequest[] = []
  const { faults, middleware } = createFaults()

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const server = limitedServer(app, { tls, limits: { ...usualLimits, ...options.senderLimits } })
  const bound = await listen(server, { port, hostname })
  const self = `${tls === undefined ? 'http' : 'https'}://${hostname === '::1' ? '[::1]' : 'localhost'}:${bound}`
  const url = publicUrl ?? options.origin ?? self
  const entra = {
    issuer: (tenantId: string) => issuerFor(url, tenantId),
    authorizationEndpoint: `${url}/{tenantid}/oauth2/v2.0/authorize`,
    tokenEndpoint: `${url}/{tenantid}/oauth2/v2.0/token`,
    endSessionEndpoint: `${url}/{tenantid}/oauth2/v2.0/logout`,
    jwksUri: `${url}/{tenantid}/discovery/v2.0/keys`,
    issuerTemplate: `${url}/{tenantid}/v2.0`,
  }
  const trust = tokenTrust({ key, tenants, tenantId: tenant.tenantId, publicUrl, now: entraNow })
  if (!isDemo) for (const each of organizations) each.eventGridOrigin = url
  app.use(middleware)
  app.get('/eventsubscriptions/:name/validate', (request, response) => {
    const isValidated = validateByUrl(organizations, request.url.split('id=')[1] ?? '')
    response
      .status(isValidated ? 200 : 400)
      .type('text')
      .send(isValidated ? 'Validated.' : 'No validation is awaited.')
  })
  app.use(metadataRouter(publicUrl))
  app.use(entraRouter({ url, publicUrl, tenants, sandboxes, key, signIns, now: entraNow }))
  app.use(
    controlRouter({
      trust,
      isSandbox: (of) => !organizations.includes(of),
      restartedAt: options.restartedAt,
      now: entraNow,
      settle,
      reset: (of) => resetTenant(of, worldOf(of)),
      worldOf,
    }),
  )
  app.use(graphRouter({ trust, tenants, publicUrl, requests, recordsBodies }))
  app.use(keyVaultRouter(trust))
  app.use(armRouter({ trust, clock, requests, pageSize, publicUrl, retryAfter, throttling, recordsBodies, onWork }))
  app.use(lastResort)

  // A webhook is called also when no client polls; a clock that is moved by hand has no such moments.
  const delivering =
    isSystemClock(clock) && !isDemo ? setInterval(() => organizations.forEach(deliverEvents), 1000) : null
  delivering?.unref()

  return {
    url,
    port: bound,
    resourceManager: url,
    tenantId: tenant.tenantId,
    entra,
    applications,
    clock,
    requests,
    faults,
    world: tenant,
    tenants,
    sandboxes,
    close() {
      if (delivering) clearInterval(delivering)
      faults.clear()
      sandboxes?.close()
      const closed = new Promise<void>((resolve, reject) =>
        server.close((error) => (error ? reject(error) : resolve())),
      )
      server.closeAllConnections()
      return closed
    },
  }
}

// Express would answer with a page that shows the stack with its files.
// oxlint-disable-next-line max-params -- Express recognizes an error handler by its four parameters
const lastResort: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error)
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  if (status >= 400 && status < 500) return void response.sendStatus(status)
  process.stderr.write(
    `The Azure simulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  response.sendStatus(500)
}

async function listen(server: Server, address: { port: number; hostname: string }): Promise<number> {
  const attempt = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, address.hostname, () => {
        server.off('error', reject)
        resolve()
      })
    })
  try {
    await attempt(address.port)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken || address.port === 0) throw error
    await attempt(0)
  }
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The simulator listens on no port')
  return bound.port
}

/** The endpoints of this cloud, for `az cloud register --endpoint-resource-manager`; requested without a token. */
function metadataRouter(publicUrl: string | undefined): Router {
  const router = express.Router()
  router.get('/metadata/endpoints', (request, response) => {
    const origin = originOf(request, publicUrl)
    response.json({
      name: 'AzureSimulator',
      resourceManager: origin,
      authentication: {
        loginEndpoint: origin,
        audiences: ['https://management.azure.com/', 'https://management.core.windows.net/'],
        tenant: 'common',
        identityProvider: 'AAD',
      },
      graphAudience: 'https://graph.windows.net/',
      // Both az's address of Graph and the audience of its tokens.
      microsoftGraphResourceId: `${origin}${graphPath}/`,
      portal: origin,
      suffixes: { keyVaultDns: 'vault.azure.net', mhsmDns: 'managedhsm.azure.net', storage: 'core.windows.net' },
    })
  })
  return router
}

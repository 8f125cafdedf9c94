import { randomUUID } from 'node:crypto'
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express'
import type { TrustAt } from '../arm/gateway/bearer.ts'
import { bodyText } from '../intake/body-text.ts'
import { boundedJson } from '../intake/bounded-json.ts'
import { isJsonObject } from '../json.ts'
import { originOf } from '../origin.ts'
import { recordRequest, type RecordedRequest } from '../requests.ts'
import type { Tenants } from '../tenants.ts'
import type { Tenant } from '../world.ts'
import { applications } from './application/applications.ts'
import { federatedIdentityCredentials } from './application/federated-identity-credentials.ts'
import { passwords } from './application/passwords.ts'
import { graphCallerOf } from './bearer.ts'
import { badRequest, GraphRefusal, requestDenied } from './errors.ts'
import { graphPath } from './graph-path.ts'
import { people } from './people.ts'
import { permissionGrants } from './permission-grants.ts'
import type { GraphOperation, GraphKey, GraphCaller } from './request.ts'
import { servicePrincipals } from './service-principals.ts'

export interface GraphOptions {
  trust: TrustAt
  tenants: Tenants
  /** origin of absolute URLs; undefined: as the client reached us */
  publicUrl: string | undefined
  requests: RecordedRequest[]
  /** whether `requests` get their bodies */
  recordsBodies: boolean
}

const operations = new Map<string, GraphOperation>(
  [
    ...applications,
    ...passwords,
    ...federatedIdentityCredentials,
    ...servicePrincipals,
    ...permissionGrants,
    ...people,
  ].map((operation) => [operation.methodAndPath, operation]),
)

const version = '/v1.0'
const root = graphPath + version

/**
 * Microsoft Graph v1.0 over HTTP, as far as registering applications needs it:
 * https://learn.microsoft.com/graph/use-the-api
 */
export function graphRouter(options: GraphOptions): Router {
  const router = express.Router()
  router.use(root, (request, response, next) => {
    answer(options, request, response).catch(next)
  })
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    const refusal = error instanceof GraphRefusal ? error : refusalOf(error)
    if (refusal === undefined) return next(error)
    response
      .status(refusal.status)
      .set(refusal.headers)
      .json(refusal.body(options.trust(request).now()))
  }
  router.use(root, onError)
  return router
}

async function answer(options: GraphOptions, request: Request, response: Response): Promise<void> {
  const { tenants, publicUrl, requests, recordsBodies } = options
  const trust = options.trust(request)
  const requestId = randomUUID()
  response.set({ 'request-id': requestId, 'client-request-id': request.get('client-request-id') ?? requestId })
  const query = Object.fromEntries(new URL(request.originalUrl, 'http://graph').searchParams)
  const record: RecordedRequest = {
    method: request.method,
    path: root + request.path,
    query,
    body: undefined,
    status: undefined,
    userObjectId: undefined,
    correlationId: requestId,
    at: new Date(trust.now()).toISOString(),
  }
  recordRequest(requests, record)
  response.on('finish', () => (record.status = response.statusCode))
  const { caller, tenant } = await graphCallerOf(request.get('authorization'), trust)
  record.userObjectId = caller.objectId
  const text = await bodyText(request, response, 64 * 1024)
  const sent = text === '' ? undefined : readBody(text)
  if (recordsBodies) record.body = sent
  const { shape, keys } = readPath(request.path)
  const operation = operations.get(`${request.method} ${shape}`)
  if (operation === undefined)
    throw badRequest(
      `Resource not found for the segment '${request.path.slice(1)}', or it has no ${request.method} in the simulator.`,
    )
  if (!mayCall(tenant, caller, operation)) throw requestDenied()
  const reply = operation.handle({
    tenant,
    tenants,
    caller,
    keys,
    query,
    body: isJsonObject(sent) ? sent : {},
    createsIfMissing: /\bcreate-if-missing\b/i.test(request.get('prefer') ?? ''),
    origin: originOf(request, publicUrl) + graphPath,
    path: version + request.path,
    now: trust.now(),
  })
  if (reply.body === undefined) response.sendStatus(reply.status)
  else response.status(reply.status).json(reply.body)
}

function readBody(text: string): unknown {
  try {
    return boundedJson(text)
  } catch {
    throw badRequest('Unable to read JSON request payload.')
  }
}

function readPath(path: string) {
  try {
    return resourcePath(path)
  } catch {
    throw badRequest('The path is not valid.')
  }
}

// A body that Express could not read: not JSON, or too large.
function refusalOf(error: unknown): GraphRefusal | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return status === 400 || status === 413 ? badRequest('Unable to read JSON request payload.') : undefined
}

/** A path of Graph without its version. */
interface ResourcePath {
  /** in lower case, `{}` in the place of each key */
  shape: string
  keys: GraphKey[]
}

// After one of these comes a key, unless it is a function of the set.
const entitySets = new Set([
  'applications',
  'serviceprincipals',
  'oauth2permissiongrants',
  'federatedidentitycredentials',
  'users',
  'groups',
  'organization',
])

/**
 * Reads `/applications/{id}/addPassword`, `/applications(appId='…')`, `/applications('…')`; names are of any case.
 * https://learn.microsoft.com/graph/use-the-api
 */
function resourcePath(path: string): ResourcePath {
  const keys: GraphKey[] = []
  const shape: string[] = []
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (entitySets.has(shape.at(-1) ?? '')) {
      keys.push({ property: 'id', value: decodeURIComponent(segment) })
      shape.push('{}')
      continue
    }
    const [, name = '', property, value] =
      /^(\w+)(?:\((?:(\w+)=)?'((?:[^']|'')*)'\))?$/.exec(decodeURIComponent(segment)) ?? []
    shape.push(name.toLowerCase())
    if (value === undefined) continue
    keys.push({ property: property ?? 'id', value: value.replaceAll("''", "'") })
    shape.push('{}')
  }
  return { shape: shape.join('/'), keys }
}

// A delegated permission is required, and the user's own permissions limit it.
const readScopes = [
  'Directory.AccessAsUser.All',
  'Directory.Read.All',
  'Application.Read.All',
  'Application.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
]
const writeScopes = ['Directory.AccessAsUser.All', 'Application.ReadWrite.All']

/**
 * Whether the caller has permission: users read the directory, guests only themselves, and Application Administrators
 * write; a program needs that role for both. https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
function mayCall(tenant: Tenant, caller: GraphCaller, { requires, methodAndPath }: GraphOperation): boolean {
  if (requires === 'signed in') return true
  const isAdministrator = tenant.applicationAdministrators.includes(caller.objectId)
  if (caller.isApplication) return isAdministrator
  const isGuest = tenant.users.some(({ id, home }) => id === caller.objectId && home !== undefined)
  const holds = (scopes: string[]) => caller.scopes.some((scope) => scopes.includes(scope))
  if (requires === 'reader of the directory') return !isGuest && holds(readScopes)
  const isAboutGrants = methodAndPath.includes(' oauth2permissiongrants')
  return (
    isAdministrator && holds(isAboutGrants ? [...writeScopes, 'DelegatedPermissionGrant.ReadWrite.All'] : writeScopes)
  )
}

import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import { spend } from '../budget/work-budget.ts'
import type { Clock } from '../clock/clock.ts'
import { bodyText } from '../intake/body-text.ts'
import { isJsonObject } from '../json.ts'
import { originOf } from '../origin.ts'
import { recordRequest, type RecordedRequest } from '../requests.ts'
import { system } from '../resource-change.ts'
import type { Tenant } from '../world.ts'
import { agreements } from './agreements.ts'
import { actionGroups } from './alerts/action-groups.ts'
import { eventSubscriptions } from './alerts/event-subscriptions.ts'
import { systemTopics } from './alerts/system-topics.ts'
import { attestationProviders } from './attestation-providers.ts'
import { assertAccess, seenSubscriptions } from './authorization/access.ts'
import { honouringLocks, locks } from './authorization/locks.ts'
import { policyAssignments } from './authorization/policy/policy-assignments.ts'
import { customPolicyDefinitions, policyDefinitions } from './authorization/policy/policy-definitions.ts'
import { roleAssignments } from './authorization/role-assignments.ts'
import { permissions, roleDefinitions } from './authorization/role-definitions.ts'
import { changeActor, clientTypeOf } from './changes/client-type.ts'
import { recordingChanges } from './changes/recorded-changes.ts'
import { computeUsages } from './compute/compute-usages.ts'
import { diskEncryptionSets } from './compute/disk-encryption-set/disk-encryption-sets.ts'
import { presentDisk, disks, snapshots } from './compute/disk/disk-like.ts'
import { galleries } from './compute/gallery/galleries.ts'
import { imageDefinitions } from './compute/gallery/image-definitions.ts'
import { imageVersions } from './compute/image-version/image-versions.ts'
import { managedImages } from './compute/managed-image/managed-images.ts'
import { resourceSkus, sizesOfRegion } from './compute/resource-skus.ts'
import { scaleSets } from './compute/scale-set/scale-sets.ts'
import { stopMachinesWithoutKey } from './compute/virtual-machine/lost-keys/stop-machines.ts'
import { watchingKeys } from './compute/virtual-machine/lost-keys/watch-keys.ts'
import { virtualMachines } from './compute/virtual-machine/virtual-machines.ts'
import { deployments } from './deployments/deployments.ts'
import {
  ArmRefusal,
  invalidRequestContent,
  missingApiVersion,
  resourceGroupNotFound,
  subscriptionNotFound,
} from './errors.ts'
import { deliverEvents } from './events/event-delivery.ts'
import { scopeEventSubscriptions } from './events/event-subscriptions.ts'
import { raisingEvents } from './events/resource-events.ts'
import {
  callerOf,
  assertTenantOfSubscription,
  secondFactorNeeded,
  type AuthenticatedCaller,
  type TrustAt,
} from './gateway/bearer.ts'
import { bodyLimitOf, shownLimit } from './gateway/body-limit.ts'
import { lenientJson } from './gateway/lenient-json.ts'
import { assertNotAside, assertRoom } from './gateway/sandbox-quota.ts'
import { spendAtCompute, spendAtGateway, spendAtResourceGraph, type ThrottlingLimits } from './gateway/throttling.ts'
import { withinShare } from './gateway/work-share.ts'
import { keyVaultAccessPolicies } from './key-vault/key-vault-access-policies.ts'
import { keyVaults } from './key-vault/key-vaults.ts'
import { makeDueKeyVersions } from './key-vault/keys/due-key-versions.ts'
import { identityCredentials, managedIdentities } from './managed-identity/managed-identities.ts'
import { networkResources } from './network/network-resources.ts'
import { operationRouter } from './operation-router.ts'
import { operationStatus } from './operations.ts'
import { correlationIdOf, writeReply } from './reply.ts'
import type { ArmOperation, ArmReply, ArmRequest } from './request.ts'
import { resourceGraph } from './resource-graph/resource-graph.ts'
import { featureRegistrations } from './resources/features/feature-registrations.ts'
import { features } from './resources/features/features.ts'
import { assertRegistered, providers } from './resources/providers.ts'
import { resourceGroups } from './resources/resource-groups.ts'
import { resources } from './resources/resources.ts'
import { subscriptions } from './resources/subscriptions.ts'

/** The parts of an Azure Resource Manager here. */
export interface ArmOptions {
  trust: TrustAt
  clock: Clock
  requests: RecordedRequest[]
  /** number of items on a page of a list */
  pageSize: number
  /** origin of absolute URLs; undefined: as the client reached us */
  publicUrl: string | undefined
  /** seconds, on every answer that is not the last of an operation; undefined: as recorded */
  retryAfter: number | undefined
  /** budgets other than Azure's */
  throttling: ThrottlingLimits
  /** called at the beginning of the work of a request, which is then done without a pause */
  onWork(tenantId: string): void
  /** whether `requests` get their bodies */
  recordsBodies: boolean
}

const unlockedOperations: ArmOperation[] = watchingKeys([
  ...subscriptions,
  ...providers,
  ...resourceGroups,
  ...resources,
  ...operationStatus({ 'Microsoft.Compute/disks': presentDisk, 'Microsoft.Compute/snapshots': presentDisk }),
  ...galleries,
  ...imageDefinitions,
  ...imageVersions,
  ...diskEncryptionSets,
  ...managedImages,
  ...snapshots,
  ...disks,
  ...virtualMachines,
  ...scaleSets,
  ...keyVaults,
  keyVaultAccessPolicies,
  ...features,
  ...featureRegistrations,
  ...networkResources,
  ...roleAssignments,
  ...roleDefinitions,
  permissions,
  ...locks,
  ...policyDefinitions,
  ...customPolicyDefinitions,
  ...policyAssignments,
  ...managedIdentities,
  ...identityCredentials,
  ...actionGroups,
  ...systemTopics,
  ...eventSubscriptions,
  ...scopeEventSubscriptions,
  ...resourceGraph,
  ...resourceSkus,
  ...computeUsages,
  sizesOfRegion,
  attestationProviders,
  ...agreements,
])
const resourceOperations = honouringLocks(raisingEvents(unlockedOperations))
const deploying = deployments(resourceOperations)

/**
 * Advances what changes by itself to a tenant's time: its deployments, the keys that create versions by their policy,
 * and the machines that stop without their key.
 */
export function settle(tenant: Tenant): void {
  recordingChanges(tenant, { actor: system }, () => {
    deploying.settle(tenant)
    makeDueKeyVersions(tenant)
    stopMachinesWithoutKey(tenant)
  })
}
/** Every operation that is answered, in the order in which a path is looked for. */
export const servedOperations: readonly ArmOperation[] = [
  ...resourceOperations,
  ...honouringLocks(deploying.operations),
]

// Of all simulators of this process: each operation's pattern is compiled once.
const toOperations = operationRouter(servedOperations, (operation, request, response) =>
  handle({ operation, request, response }, recordingOf(request).options),
)

interface Recording {
  record: RecordedRequest
  /** the tenant's, after authentication */
  clock: Clock
  options: ArmOptions
}

const recordings = new WeakMap<Request, Recording>()

/** ARM over HTTP: its gateway (token, api-version, subscription, rights, group), then one table of operations. */
export function armRouter(options: ArmOptions): Router {
  const { clock, requests } = options
  const router = express.Router({ caseSensitive: false })

  router.use(withoutEmptySegments)
  router.use((request, _response, next) => {
    const record: RecordedRequest = {
      method: request.method,
      path: request.path,
      query: queryOf(request),
      body: undefined,
      status: undefined,
      userObjectId: undefined,
      correlationId: correlationIdOf(request),
      at: new Date(clock.now()).toISOString(),
    }
    recordings.set(request, { record, clock, options })
    recordRequest(requests, record)
    next()
  })
  router.use(toOperations)
  router.use((request, _response, next) => {
    refuseUnserved(request, options.trust).catch(next)
  })

  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const refusal = error instanceof ArmRefusal ? error : refusalOf(error)
    const recording = recordingOf(request)
    // What the gateway refuses does not reach Compute, which then does not report its budgets.
    if (refusal.headers['x-ms-failure-cause'] === 'gateway') response.removeHeader('x-ms-ratelimit-remaining-resource')
    writeReply(
      response,
      { status: refusal.status, body: refusal.body(), headers: refusal.headers },
      { now: recording.clock.now(), record: recording.record },
    )
  }
  router.use(onError)
  return router
}

interface Exchange {
  operation: ArmOperation
  request: Request
  response: Response
}

async function handle({ operation, request, response }: Exchange, options: ArmOptions): Promise<void> {
  const verified = await callerOf(request.get('authorization'), options.trust(request))
  // An unauthenticated request's body is not read. From here on nothing is awaited: what was read stays consistent.
  const text = hasBody(operation) ? await bodyText(request, response, bodyLimitOf(operation)) : ''
  withinShare(verified.tenant, () => answer({ operation, request, response, ...verified, text }, options))
}

interface Verified extends Exchange, AuthenticatedCaller {
  /** of the body */
  text: string
}

function answer(
  { operation, request, response, caller, tenant, lacksSecondFactor, text }: Verified,
  options: ArmOptions,
) {
  const { pageSize, publicUrl, retryAfter, throttling, recordsBodies } = options
  const trust = options.trust(request)
  const recording = recordingOf(request)
  const { record } = recording
  const { clock } = tenant
  options.onWork(tenant.tenantId)
  assertNotAside(tenant)
  settle(tenant)
  recording.clock = clock
  record.userObjectId = caller.objectId
  record.at = new Date(clock.now()).toISOString()
  const query = Object.fromEntries(Object.entries(record.query).map(([name, value]) => [name.toLowerCase(), value]))
  const apiVersion = query['api-version']
  if (!apiVersion) throw missingApiVersion()
  const parameters: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.params)) if (typeof value === 'string') parameters[name] = value
  const armRequest: ArmRequest = {
    tenant,
    organizations: trust.tenants.organizations(),
    caller,
    clock,
    method: operation.method,
    parameters,
    query,
    body: {},
    apiVersion,
    origin: originOf(request, publicUrl),
    path: request.path,
    pageSize,
    retryAfter,
  }
  assertTenantOfSubscription(armRequest, trust)
  passGateway(armRequest, operation, request)
  response.set(spendAtGateway(armRequest, operation, throttling))
  // Of every user who writes, not of programs:
  // https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
  const isWrite = operation.method !== 'GET' && operation.method !== 'HEAD' && operation.readsOnly !== true
  if (isWrite && lacksSecondFactor) throw secondFactorNeeded(trust.authorizationEndpoint(tenant.tenantId))
  spend(text.length / 16)
  const body = text === '' ? undefined : lenientJson(text)
  if (isWrite && text !== '') assertRoom(tenant, text.length)
  if (recordsBodies) record.body = body
  if (isJsonObject(body)) armRequest.body = body
  else if (operation.method === 'PUT' || operation.method === 'PATCH')
    throw invalidRequestContent('The body must be a JSON object')
  response.set(spendAtCompute(armRequest, operation, throttling))
  response.set(spendAtResourceGraph(armRequest, operation, throttling))
  const { correlationId } = record
  const clientType = clientTypeOf(request.get('user-agent'))
  const actor = changeActor(tenant, caller, { clientType, correlationId, action: operation.action })
  const reply = recordingChanges(tenant, { actor }, () => operation.handle(armRequest))
  writeReply(response, replyTo(request, reply), { now: clock.now(), record })
  deliverEvents(tenant)
}

// A HEAD says whether a resource exists: https://learn.microsoft.com/rest/api/resources/resources/check-existence-by-id
function replyTo(request: Request, reply: ArmReply): ArmReply {
  return request.method === 'HEAD' && reply.status === 200 ? { status: 204 } : reply
}

function hasBody({ method }: ArmOperation): boolean {
  return method === 'PUT' || method === 'PATCH' || method === 'POST'
}

function passGateway(armRequest: ArmRequest, operation: ArmOperation, request: Request): void {
  const { tenant, caller, parameters } = armRequest
  const { subscriptionId, resourceGroupName } = parameters
  if (subscriptionId === undefined) return
  const isSeen = seenSubscriptions(tenant, caller).some((seen) => seen.subscriptionId === subscriptionId.toLowerCase())
  if (!isSeen) throw subscriptionNotFound(subscriptionId)
  if (operation.action !== undefined)
    assertAccess(tenant, caller, { action: operation.action, scope: decodeURI(request.path) })
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
  const isAboutGroup = operation.path.toLowerCase().endsWith('/resourcegroups/:resourcegroupname')
  if (resourceGroupName !== undefined && !isAboutGroup && tenant.store.get(group) === undefined)
    throw resourceGroupNotFound(resourceGroupName)
  if (operation.method === 'PUT') assertRegistered(armRequest)
}

function recordingOf(request: Request): Recording {
  const recording = recordings.get(request)
  if (recording === undefined) throw new Error('A request that was not recorded')
  return recording
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url, 'http://arm').searchParams)
}

/** Unauthenticated callers do not even learn what is not served. */
async function refuseUnserved(request: Request, trust: TrustAt): Promise<never> {
  const { caller } = await callerOf(request.get('authorization'), trust(request))
  recordingOf(request).record.userObjectId = caller.objectId
  const message = `The simulator has no ${request.method} of '${request.path}'.`
  throw new ArmRefusal(404, { code: 'InvalidResourceType', message })
}

function refusalOf(error: unknown): ArmRefusal {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413)
    return new ArmRefusal(413, {
      code: 'RequestContentTooLarge',
      message: `The request content size exceeds the maximum size of ${limitIn(error)}.`,
    })
  if (error instanceof SyntaxError || status === 400) return invalidRequestContent('The body or the path is not valid')
  // A fault of the simulator itself, not one of Azure's answers: it must be seen.
  process.stderr.write(
    `The Azure simulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return new ArmRefusal(500, { code: 'InternalServerError', message: 'The simulator failed; its log says how.' })
}

function limitIn(error: unknown): string {
  return shownLimit(Number(typeof error === 'object' && error !== null && 'limit' in error ? error.limit : 0))
}

/**
 * Merges repeated slashes in a path, as ARM does: a client that appends an ID, which starts with a slash, to another
 * works, and Microsoft's own pages print such addresses
 * (https://learn.microsoft.com/rest/api/backup/backup-protection-intent/validate).
 */
const withoutEmptySegments: RequestHandler = (request, _response, next) => {
  const [path = '', ...query] = request.url.split('?')
  request.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?')
  next()
}

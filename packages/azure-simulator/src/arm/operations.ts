import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../json.ts'
import type { OperationFamily } from '../operation.ts'
import { findRegion } from '../regions.ts'
import type { StoredResource } from '../store/store.ts'
import { ArmRefusal } from './errors.ts'
import { assertSigned, signedUrl } from './gateway/signed-url.ts'
import { presentResource } from './present-resource.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from './request.ts'
import { keepOperation } from './stored-operations.ts'

/** Median times of the real service, in milliseconds of Azure's clock (those of image versions: `replication.ts`). */
export const durationOf = {
  galleryPut: 250,
  imageDefinitionPut: 120,
  galleryDelete: 250,
  galleryShare: 300,
  imageVersionDelete: 91_000,
  /** our reading */
  imageVersionRestore: 30_000,
  diskEncryptionSetPut: 110,
  diskEncryptionSetDelete: 50,
  diskPut: 140,
  snapshotPut: 700,
  diskDelete: 300,
  managedImagePut: 5_000,
  managedImageDelete: 5_000,
  virtualMachineDelete: 22_000,
  virtualMachineDeallocate: 23_000,
  /** of an update; a creation was not recorded */
  virtualMachinePut: 8_000,
  /** our reading */
  scaleSetPut: 30_000,
  /** our reading: the first poll finds it in progress, and the second, 10 s later, done */
  networkPut: 1_000,
  /** between the two polls of the recording, 10 s and 21 s after the request */
  networkDelete: 11_000,
  resourceGroupDelete: 15_000,
}

/**
 * Adds the operation of the resource's own `change`; returns the headers of ARM's first response. Once it is done,
 * `output` is returned; by default the family's: DiskOperations the resource, the others nothing.
 */
export function startOperation(
  request: ArmRequest,
  kind: OperationFamily | { family: OperationFamily; output: JsonObject },
  resource: StoredResource,
): Record<string, string> {
  const { change } = resource
  const { family, output } = typeof kind === 'string' ? { family: kind, output: undefined } : kind
  if (change === undefined) throw new Error(`Nothing is being done to ${resource.id}`)
  const isWrite = request.method === 'PUT' || request.method === 'PATCH'
  const id = randomUUID()
  const subscriptionId = parameter(request, 'subscriptionId')
  keepOperation(request.tenant, {
    id,
    family,
    subscriptionId,
    startedAt: change.startedAt,
    endsAt: change.endsAt,
    ...(change.failure && { failure: change.failure }),
    // Recorded for machines and networks only. By default, the Azure CLI waits for 30 s.
    ...(resource.type === 'Microsoft.Compute/virtualMachines' && { retryAfter: 30 }),
    ...(family === 'networkOperations' && { retryAfter: 10 }),
    ...(output && { output }),
    ...(family === 'DiskOperations' && isWrite && { outputId: resource.id }),
  })
  // Each provider spells regions as it likes: CentralUSEUAP for galleries, centraluseuap for disks.
  const region = findRegion(resource.location)
  const location = family === 'capsOperations' ? region?.displayName.replaceAll(' ', '') : region?.name
  const hasPart = family === 'DiskOperations' || family === 'operations'
  const query = { ...(hasPart && { p: randomUUID() }), 'api-version': request.apiVersion }
  const at = location ?? resource.location
  const urlOf = (within: string, more: Record<string, string> = {}) => {
    const path = `/subscriptions/${subscriptionId}/providers/${within}/${id}`
    return signedUrl({ origin: request.origin, path, query: { ...query, ...more } }, request.clock.now())
  }
  const resultUrl = () =>
    family === 'networkOperations' ? urlOf(networkResults(at)) : urlOf(providerPath(family, at), { monitor: 'true' })
  // PUTs of galleries, managed images, virtual machines and networks have no `location`.
  const hasLocation = family === 'DiskOperations' || !isWrite
  const retryAfter = request.retryAfter?.toString() ?? retryAfterOf(family, resource)
  return {
    'azure-asyncoperation': urlOf(providerPath(family, at)),
    ...(family === 'networkOperations' && { 'azure-asyncnotification': 'Enabled' }),
    ...(hasLocation && { location: resultUrl() }),
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  }
}

function providerPath(family: OperationFamily, location: string): string {
  return family === 'networkOperations'
    ? `Microsoft.Network/locations/${location}/operations`
    : `Microsoft.Compute/locations/${location}/${family}`
}

// Where Microsoft.Network shows the outcome of a DELETE.
const networkResults = (location: string) => `Microsoft.Network/locations/${location}/operationResults`

// As recorded: seconds, for some types only, and not for galleries and images.
function retryAfterOf(family: OperationFamily, { type, change }: StoredResource): string | undefined {
  if (type === 'Microsoft.Compute/virtualMachines') return '10'
  const isDisk = type === 'Microsoft.Compute/disks' || type === 'Microsoft.Compute/snapshots'
  return family === 'DiskOperations' && isDisk && change?.state !== 'Deleting' ? '2' : undefined
}

/**
 * ARM's time format here: seven digits of a second, trailing zeros dropped, and an explicit offset. The clock has
 * milliseconds only; the digits below are derived from these.
 */
export function operationTime(milliseconds: number): string {
  const below = ((milliseconds * 31) % 10_000).toString().padStart(4, '0')
  return new Date(milliseconds)
    .toISOString()
    .replace('Z', below)
    .replace(/\.?0*$/, '+00:00')
}

type Present = (resource: StoredResource, request: ArmRequest) => JsonObject

/** The state of operations; `presentedBy` says how a GET returns the resources of a type, if not unchanged. */
export const operationStatus = (presentedBy: Record<string, Present>): ArmOperation[] => [
  ...(['capsOperations', 'DiskOperations', 'operations', 'networkOperations'] as const).map((family) =>
    statusAt(providerPath(family, ':location'), family, presentedBy),
  ),
  statusAt(networkResults(':location'), 'networkOperations', presentedBy),
]

function statusAt(within: string, family: OperationFamily, presentedBy: Record<string, Present>): ArmOperation {
  return operation(`GET /subscriptions/:subscriptionId/providers/${within}/:operationId`, undefined, (request) => {
    assertSigned(request)
    const operation = request.tenant.operations.get(parameter(request, 'operationId').toLowerCase())
    const subscriptionId = parameter(request, 'subscriptionId').toLowerCase()
    if (operation?.family !== family || operation.subscriptionId.toLowerCase() !== subscriptionId)
      throw new ArmRefusal(404, { code: 'NotFound', message: 'The entity was not found in this Azure location.' })
    const retryAfter = request.retryAfter ?? operation.retryAfter
    const pollAgain: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter.toString() }
    const isDone = request.clock.now() >= operation.endsAt
    const resource = operation.outputId === undefined ? undefined : request.tenant.store.get(operation.outputId)
    const present = resource && presentedBy[resource.type]
    const shown = resource
      ? (present?.(resource, request) ?? presentResource(resource, request.clock.now()))
      : operation.output
    if (request.query['monitor'] === 'true' || within === networkResults(':location')) {
      if (!isDone) return { status: 202, headers: pollAgain }
      if (operation.failure) throw new ArmRefusal(409, operation.failure)
      return shown ? { status: 200, body: shown } : { status: family === 'networkOperations' ? 204 : 200 }
    }
    if (family === 'networkOperations')
      return isDone
        ? { status: 200, body: { status: 'Succeeded' } }
        : { status: 200, body: { status: 'InProgress' }, headers: pollAgain }
    const startTime = operationTime(operation.startedAt)
    if (!isDone)
      return { status: 200, body: { startTime, status: 'InProgress', name: operation.id }, headers: pollAgain }
    const endTime = operationTime(operation.endsAt)
    if (operation.failure)
      return {
        status: 200,
        body: {
          startTime,
          endTime,
          status: 'Failed',
          error: { ...operation.failure, details: undefined },
          name: operation.id,
        },
      }
    return {
      status: 200,
      body: {
        startTime,
        endTime,
        status: 'Succeeded',
        ...(shown && { properties: { output: shown } }),
        name: operation.id,
      },
    }
  })
}

import { randomUUID } from 'node:crypto'
import { sameRegion, sameResourceId } from '@portal/arm'
import { isJsonObject, textAt, type JsonObject, type Json } from '../../json.ts'
import { newResourceId, pathOf, readable, requestedId } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { presentResource } from '../present-resource.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { keepOperation } from '../stored-operations.ts'
import { preflight } from './preflight.ts'
import { resourceRequest, type ResourceOperations } from './resource-request.ts'
import { deploymentType as type } from './runs.ts'
import { stepBody } from './step-body.ts'
import { isSecure } from './template/parameters.ts'
import { parsedTemplate, type ParsedTemplate } from './template/parsed-template.ts'
import type { TemplateResource } from './template/template-resources.ts'

const milliseconds = 2000

/**
 * 202; its result says what a deployment would do: https://learn.microsoft.com/rest/api/resources/deployments/what-if
 */
export function startWhatIf(request: ArmRequest, operations: ResourceOperations): ArmReply {
  const id = newResourceId(request, requestedId(request, type))
  const parsed = parsedTemplate(request, id)
  preflight(request, parsed, operations)
  const changes = [...foreseenChanges(request, parsed, operations), ...untouched(request, parsed)]
  const isBrief = textAt(request.body, 'properties', 'whatIfSettings', 'resultFormat') === 'ResourceIdOnly'
  const told = isBrief ? changes.map(({ resourceId, changeType }) => ({ resourceId, changeType })) : changes
  const operationId = randomUUID()
  const startedAt = request.clock.now()
  keepOperation(request.tenant, {
    id: operationId,
    family: 'whatIf',
    subscriptionId: parameter(request, 'subscriptionId'),
    startedAt,
    endsAt: startedAt + milliseconds,
    output: { status: 'Succeeded', properties: { correlationId: randomUUID(), changes: told } },
  })
  const location = `${request.origin}${id}/whatIfOperationResults/${operationId}?api-version=${encodeURIComponent(request.apiVersion)}`
  return { status: 202, headers: { location, ...pollAgain(request) } }
}

/** Where the `location` of a what-if leads: 202 until its result is there. */
export const whatIfResult: ArmOperation = operation(
  `GET ${pathOf(type)}/whatIfOperationResults/:operationId`,
  `${type}/whatIf/action`,
  (request) => {
    const operation = request.tenant.operations.get(parameter(request, 'operationId').toLowerCase())
    if (operation?.family !== 'whatIf' || operation.output === undefined)
      throw new ArmRefusal(404, { code: 'NotFound', message: 'The operation result was not found.' })
    if (request.clock.now() < operation.endsAt)
      return {
        status: 202,
        headers: {
          location: `${request.origin}${request.path}?api-version=${encodeURIComponent(request.apiVersion)}`,
          ...pollAgain(request),
        },
      }
    return { status: 200, body: operation.output }
  },
)

function pollAgain({ retryAfter = 2 }: ArmRequest): Record<string, string> {
  return { 'retry-after': retryAfter.toString() }
}

function foreseenChanges(
  request: ArmRequest,
  { template, scope, resources }: ParsedTemplate,
  operations: ResourceOperations,
) {
  const declared = isJsonObject(template['parameters']) ? template['parameters'] : {}
  // A secret value is returned as its expression.
  const hidden = Object.keys(declared).filter((name) => isSecure(declared[name]))
  const parameters = {
    ...scope.parameters,
    ...Object.fromEntries(hidden.map((name) => [name, `[parameters('${name}')]`])),
  }
  return resources
    .filter(({ isDeployed }) => isDeployed)
    .map((resource): JsonObject => {
      const { id: resourceId, apiVersion, name, source } = resource
      const facts = { apiVersion, id: resourceId, type: resource.type, name }
      const after = { ...facts, ...stepBody(source, { ...resource.scope, parameters }) }
      const current = currentState(request, resource, operations)
      if (current === undefined) return { resourceId, changeType: 'Create', after }
      const before = { ...current, apiVersion }
      const delta = deltaOf({ before: { ...before, ...facts }, after })
      return { resourceId, changeType: delta.length === 0 ? 'NoChange' : 'Modify', before, after, delta }
    })
}

function currentState(
  { tenant, caller, clock }: ArmRequest,
  { id, type: ofResource, apiVersion }: TemplateResource,
  operations: ResourceOperations,
): JsonObject | undefined {
  const operation = operations.find('GET', ofResource)
  if (operation === undefined) return undefined
  try {
    return operation.handle(resourceRequest({ tenant, caller, at: clock.now() }, operation, { id, apiVersion })).body
  } catch (error) {
    if (error instanceof ArmRefusal && error.status === 404) return undefined
    throw error
  }
}

/** The group's other resources, which a deployment in the mode Incremental leaves alone. */
function untouched(request: ArmRequest, { resources }: ParsedTemplate): JsonObject[] {
  const group = `/subscriptions/${parameter(request, 'subscriptionId')}/resourceGroups/${parameter(request, 'resourceGroupName')}`
  const named = new Set(resources.map(({ id }) => id.toLowerCase()))
  return readable(request, request.tenant.store.list(group))
    .filter((resource) => resource.type !== type && !named.has(resource.id.toLowerCase()))
    .map((resource) => ({
      resourceId: resource.id,
      changeType: 'Ignore',
      before: presentResource(resource, request.clock.now()),
    }))
}

/** The current and the future state of a resource, or of a part of it. */
interface Compared {
  before: Json | undefined
  after: Json | undefined
}

/**
 * The changes of a resource's properties. What the template omits stays unchanged, and values known only during a
 * deployment are assumed to stay.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if#change-types
 */
function deltaOf({ before, after }: { before: JsonObject; after: JsonObject }, path = ''): JsonObject[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const own = path === '' ? key : `${path}.${key}`
    return changesAt(own, { before: before[key], after: value })
  })
}

function changesAt(path: string, { before, after }: Compared): JsonObject[] {
  if (after === undefined || isSame(path, { before, after })) return []
  if (before === undefined) return [{ path, propertyChangeType: 'Create', after }]
  if (isJsonObject(before) && isJsonObject(after)) return deltaOf({ before, after }, path)
  if (!Array.isArray(before) || !Array.isArray(after)) return [{ path, propertyChangeType: 'Modify', before, after }]
  const children = Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
    itemChanges(index.toString(), { before: before[index], after: after[index] }),
  ).flat()
  return children.length === 0 ? [] : [{ path, propertyChangeType: 'Array', children }]
}

function itemChanges(path: string, { before, after }: Compared): JsonObject[] {
  if (after === undefined) return [{ path, propertyChangeType: 'Delete', before }]
  if (!isJsonObject(before) || !isJsonObject(after)) return changesAt(path, { before, after })
  const children = deltaOf({ before, after })
  return children.length === 0 ? [] : [{ path, propertyChangeType: 'Modify', children }]
}

function isSame(path: string, { before, after }: Compared): boolean {
  if (before === after) return true
  if (typeof after !== 'string') return false
  if (after.startsWith('[')) return true
  if (typeof before !== 'string') return false
  return path === 'location' ? sameRegion(before, after) : after.startsWith('/') && sameResourceId(before, after)
}

import { formatResourceId, parseResourceId, type ResourceId } from '@portal/arm'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { allowedScopes } from './authorization/access.ts'
import { ArmRefusal, invalidParameter, parentResourceNotFound, resourceNotFound } from './errors.ts'
import { presentResource } from './present-resource.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from './request.ts'

/** A resource type as its operations need it. */
export interface ResourceType {
  /** `Microsoft.Compute/galleries/images` */
  type: string
  /** as a GET returns it; by default as it is stored */
  present?: (resource: StoredResource, request: ArmRequest) => JsonObject
  /** by default as a GET shows it */
  presentInList?: (resource: StoredResource, request: ArmRequest) => JsonObject
  /** their order under their parent; by default by ID */
  order?: (one: StoredResource, other: StoredResource) => number
}

/** The path of one resource of a type: `…/galleries/:name0/images/:name1`. */
export function pathOf(type: string): string {
  const [provider, ...types] = type.split('/')
  const names = types.map((segment, index) => `${segment}/:name${index}`).join('/')
  return `/subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/providers/${provider}/${names}`
}

/** The path of all resources of a type under their parent: `…/galleries/:name0/images`. */
export function collectionPathOf(type: string): string {
  return pathOf(type).replace(/\/:name\d+$/, '')
}

/**
 * The id that a request's path names, with the case as the client wrote it. Throws 400 if a name is not one Azure
 * allows.
 */
export function requestedId(request: ArmRequest, type: string): ResourceId {
  const [provider = '', ...types] = type.split('/')
  const names = types.map((_, index) => parameter(request, `name${index}`))
  const subscriptionId = parameter(request, 'subscriptionId')
  const resourceGroupName = parameter(request, 'resourceGroupName')
  const id = { subscriptionId, resourceGroupName, provider, types, names }
  try {
    return parseResourceId(formatResourceId(id))
  } catch {
    throw invalidParameter(
      `The entity name '${names.at(-1)}' is invalid according to its validation rule: ^[^\\_\\W][\\w-.\\_]{0,79}(?<![-.])$.`,
      'resourceName',
    )
  }
}

/**
 * The ID of a new resource: the case of its group and parents is theirs, that of its name is the client's. Throws 404
 * for a missing parent.
 */
export function newResourceId(request: ArmRequest, id: ResourceId): string {
  const group = request.tenant.store.get(`/subscriptions/${id.subscriptionId}/resourceGroups/${id.resourceGroupName}`)
  let canonical = {
    ...id,
    subscriptionId: id.subscriptionId.toLowerCase(),
    resourceGroupName: group?.name ?? id.resourceGroupName,
  }
  for (let depth = 1; depth < id.names.length; depth++) {
    const parent = request.tenant.store.get(
      formatResourceId({ ...canonical, types: id.types.slice(0, depth), names: id.names.slice(0, depth) }),
    )
    if (parent === undefined) throw parentResourceNotFound(id.names.slice(0, -1).join('/'))
    canonical = { ...canonical, names: [...parseResourceId(parent.id).names, ...id.names.slice(depth)] }
  }
  return formatResourceId(canonical)
}

/** The resource in a request's path; throws 404 ResourceNotFound if there is none. */
export function requestedResource(request: ArmRequest, type: string): StoredResource {
  const id = requestedId(request, type)
  const found = request.tenant.store.get(formatResourceId(id))
  if (found) return found
  const path = id.types.map((segment, index) => `${segment}/${id.names[index]}`).join('/')
  throw resourceNotFound(`${id.provider}/${path}`, id.resourceGroupName)
}

/** GET of one. */
export function getOperation({ type, present = plainly }: ResourceType): ArmOperation {
  return operation(`GET ${pathOf(type)}`, `${type}/read`, (request) => ({
    status: 200,
    body: present(requestedResource(request, type), request),
  }))
}

/** GET of all under their parent (the group, for a type without a parent). Missing parents are 404. */
export function listOperation({ type, present = plainly, presentInList = present, order }: ResourceType): ArmOperation {
  return operation(`GET ${collectionPathOf(type)}`, undefined, (request) => {
    const depth = type.split('/').length - 1
    const [provider = '', ...types] = type.split('/')
    let scope = `/subscriptions/${parameter(request, 'subscriptionId')}/resourceGroups/${parameter(request, 'resourceGroupName')}`
    if (depth > 1) {
      const parentType = [provider, ...types.slice(0, -1)].join('/')
      scope = requestedResource(request, parentType).id
    }
    const all = request.tenant.store.list(scope, type)
    return readablePage(request, order ? all.toSorted(order) : all, presentInList)
  })
}

/** GET of all in a subscription. */
export function listBySubscriptionOperation({
  type,
  present = plainly,
  presentInList = present,
}: ResourceType): ArmOperation {
  return operation(`GET /subscriptions/:subscriptionId/providers/${type}`, undefined, (request) => {
    const all = request.tenant.store.list(`/subscriptions/${parameter(request, 'subscriptionId')}`, type)
    return readablePage(request, all, presentInList)
  })
}

/** The resources that the caller can read. */
export function readable({ tenant, caller }: ArmRequest, resources: StoredResource[]): StoredResource[] {
  const byType = new Map<string, (scope: string) => boolean>()
  const canReadOf = (type: string) => {
    const known = byType.get(type) ?? allowedScopes(tenant, caller, `${type}/read`)
    byType.set(type, known)
    return known
  }
  // Neighbours in a list have the same parent, and with it the same roles from above: these are looked up once.
  let before = { type: '', parent: '', isReadable: false }
  return resources.filter(({ type, id }) => {
    const parent = id.slice(0, id.lastIndexOf('/'))
    if (type !== before.type || parent !== before.parent) before = { type, parent, isReadable: canReadOf(type)(parent) }
    return before.isReadable || canReadOf(type)(id)
  })
}

// Azure pages before it filters what the caller can't read: a page can be empty and not the last.
function readablePage(
  request: ArmRequest,
  resources: StoredResource[],
  present: (resource: StoredResource, request: ArmRequest) => JsonObject,
): ArmReply {
  const { items, nextLink } = cutPage(request, resources)
  const value = readable(request, items).map((resource) => present(resource, request))
  return { status: 200, body: { value, ...nextLink } }
}

/** One page of a list; `nextLink`, if more follow, is absolute and must be used unchanged. */
export function page(request: ArmRequest, all: JsonObject[]): ArmReply {
  return presentedPage(request, all, (item) => item)
}

/** The same, each item as `present` shows it. */
export function presentedPage<T>(request: ArmRequest, all: readonly T[], present: (item: T) => JsonObject): ArmReply {
  const { items, nextLink } = cutPage(request, all)
  return { status: 200, body: { value: items.map((item) => present(item)), ...nextLink } }
}

function cutPage<T>(request: ArmRequest, all: readonly T[]): { items: T[]; nextLink: { nextLink?: string } } {
  const start = Number(request.query['$skiptoken'] ?? 0)
  if (!Number.isSafeInteger(start) || start < 0)
    throw new ArmRefusal(400, {
      code: 'InvalidSkipToken',
      message: `The skip token '${request.query['$skiptoken']}' is invalid.`,
    })
  const end = start + request.pageSize
  const items = all.slice(start, end)
  if (end >= all.length) return { items, nextLink: {} }
  const query = new URLSearchParams({ ...request.query, $skiptoken: String(end) })
  return { items, nextLink: { nextLink: `${request.origin}${request.path}?${query.toString()}` } }
}

function plainly(resource: StoredResource, request: ArmRequest): JsonObject {
  return presentResource(resource, request.clock.now())
}

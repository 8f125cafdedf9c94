import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { presentedPage } from './collections.ts'
import type { ArmRefusal } from './errors.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from './request.ts'

/**
 * Where the resources of a type are that extends others: on a subscription, a group or one resource of whatever type.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/extension-resource-types
 */
export function extensionAt(type: string) {
  const collection = `/subscriptions/:subscriptionId{/*below}/providers/${type}`
  const own = new RegExp(`/providers/${type.replaceAll('.', '[.]')}(/[^/]*){0,2}$`, 'i')
  /** What the path of a request, or the ID of such a resource, is about. */
  const scopeOf = ({ path }: Pick<ArmRequest, 'path'>) => decodeURI(path).replace(own, '')
  const idOf = (request: ArmRequest) => `${scopeOf(request)}/providers/${type}/${parameter(request, 'name')}`
  const stored = (request: ArmRequest): StoredResource | undefined => request.tenant.store.get(idOf(request))
  return { type, collection, one: `${collection}/:name`, scopeOf, idOf, stored }
}

interface Extension<Found> {
  at: ReturnType<typeof extensionAt>
  put: (request: ArmRequest) => ArmReply
  /** what a request's path names */
  find: (request: ArmRequest) => Found | undefined
  list: (request: ArmRequest) => Found[]
  present: (found: Found, request: ArmRequest) => JsonObject
  /** for a GET of what does not exist */
  notFound: (request: ArmRequest) => ArmRefusal
  remove: (found: Found, request: ArmRequest) => void
  /** whether a DELETE answers with what it has deleted */
  returnsDeleted?: true
}

/** PUT, GET, DELETE (204 for what does not exist) and list of such a type. */
export function extensionOperations<Found>(extension: Extension<Found>): ArmOperation[] {
  const { at, put, find, list, present, notFound, remove, returnsDeleted } = extension
  const { type, one, collection } = at
  return [
    operation(`PUT ${one}`, `${type}/write`, put),
    operation(`GET ${one}`, `${type}/read`, (request) => {
      const found = find(request)
      if (found === undefined) throw notFound(request)
      return { status: 200, body: present(found, request) }
    }),
    operation(`DELETE ${one}`, `${type}/delete`, (request) => {
      const found = find(request)
      if (found === undefined) return { status: 204 }
      const body = returnsDeleted && present(found, request)
      remove(found, request)
      return { status: 200, ...(body && { body }) }
    }),
    operation(`GET ${collection}`, `${type}/read`, (request) =>
      presentedPage(request, list(request), (found) => present(found, request)),
    ),
  ]
}

/** Removes a stored resource. */
export function removeStored({ id }: StoredResource, { tenant }: ArmRequest): void {
  tenant.store.remove(id)
}

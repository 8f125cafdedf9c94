import { formatResourceId, type ResourceId } from '@portal/arm'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { newResourceId, pathOf, requestedId } from './collections.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from './request.ts'
import { assertIdle, requestedLocation, requestedProperties, requestedTags } from './writing.ts'

/** A PUT whose path, region, tags and properties are parsed and valid. */
export interface Put {
  request: ArmRequest
  /** the id as the client wrote it */
  requested: ResourceId
  /** the resource as it was; undefined for a new one */
  stored: StoredResource | undefined
  /** the resulting resource, without the properties of its type */
  named: Pick<StoredResource, 'id' | 'type' | 'name' | 'location' | 'tags'>
  /** the body's properties */
  sent: JsonObject
  /** milliseconds of Azure's clock */
  startedAt: number
  /** how many milliseconds the operation on the resource takes */
  changing: (milliseconds: number) => NonNullable<StoredResource['change']>
}

/**
 * PUT of a type. Throws 404 for a missing parent, 409 if it is in another region or (429 for a network) while another
 * operation on the resource is in progress, 400 for a region that Azure does not have and for invalid tags and
 * properties. `asItIs` is for types that change by themselves.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function putOperation(
  type: string,
  handle: (put: Put) => ArmReply,
  asItIs: (stored: StoredResource, now: number) => StoredResource = (stored) => stored,
): ArmOperation {
  return operation(`PUT ${pathOf(type)}`, `${type}/write`, (request) => {
    const startedAt = request.clock.now()
    const requested = requestedId(request, type)
    const found = request.tenant.store.get(formatResourceId(requested))
    const stored = found && asItIs(found, startedAt)
    const id = stored?.id ?? newResourceId(request, requested)
    assertIdle(request, stored)
    const named = {
      id,
      type,
      name: stored?.name ?? requested.names.at(-1) ?? '',
      location: requestedLocation(request, type, stored),
      ...requestedTags(request),
    }
    const sent = requestedProperties(request)
    const state = stored ? 'Updating' : 'Creating'
    const changing = (milliseconds: number) => ({ state, startedAt, endsAt: startedAt + milliseconds }) as const
    return handle({ request, requested, stored, named, sent, startedAt, changing })
  })
}

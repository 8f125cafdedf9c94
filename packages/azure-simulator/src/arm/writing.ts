import { formatResourceId, sameRegion, type ResourceId } from '@portal/arm'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { OperationFamily } from '../operation.ts'
import { findRegion, regions } from '../regions.ts'
import { isChanging, type StoredResource } from '../store/store.ts'
import { pathOf, requestedId } from './collections.ts'
import { anotherOperationInProgress, ArmRefusal, conflict, invalidRequestContent, fromGateway } from './errors.ts'
import { startOperation } from './operations.ts'
import { operation, type ArmOperation, type ArmRequest } from './request.ts'

/**
 * The region of a PUT, as sent. Throws 400 if it is missing or no region of Azure, 409 if the resource lives in
 * another.
 */
export function requestedLocation(request: ArmRequest, type: string, stored: StoredResource | undefined): string {
  const { location } = request.body
  if (typeof location !== 'string' || location === '') {
    // Updates of some clients leave it out.
    if (location === undefined && stored) return stored.location
    throw new ArmRefusal(400, {
      code: 'LocationRequired',
      message: 'The location property is required for this definition.',
    })
  }
  if (findRegion(location) === undefined && !isGlobal(type, location)) throw locationNotAvailable(location, type)
  if (stored && !sameRegion(stored.location, location)) {
    const group = stored.id.split('/')[4] ?? ''
    const message = `The resource '${stored.name}' already exists in location '${stored.location}' in resource group '${group}'. A resource with the same name cannot be created in location '${location}'. Please select a new resource name.`
    throw new ArmRefusal(409, { code: 'InvalidResourceLocation', message })
  }
  return stored?.location ?? location
}

/** Whether the resources of a type are in no region, and say so. */
export function isGlobal(type: string, location: string): boolean {
  return type.toLowerCase() === 'microsoft.insights/actiongroups' && location.toLowerCase() === 'global'
}

/** 400: `location` is not one of Azure's regions. */
export function locationNotAvailable(location: string, type: string): ArmRefusal {
  const message = `The provided location '${location}' is not available for resource type '${type}'. List of available regions for the resource type is '${regions.map(({ name }) => name).join(',')}'.`
  return new ArmRefusal(400, { code: 'LocationNotAvailableForResourceType', message })
}

/**
 * The tags of a PUT: an empty object stays one, none stays none. Throws 400 unless every value is text, and within the
 * limits.
 */
export function requestedTags({ body: { tags } }: ArmRequest): { tags?: JsonObject } {
  if (tags === undefined || tags === null) return {}
  if (!isJsonObject(tags)) throw invalidRequestContent("Unexpected value at path 'tags'")
  for (const [name, value] of Object.entries(tags))
    if (typeof value !== 'string') throw invalidRequestContent(`Unexpected value at path 'tags.${name}'`)
  assertTagLimits(tags)
  return { tags }
}

/** The object at `properties` of a PUT; by default an empty one. Throws 400 for anything else. */
export function requestedProperties({ body: { properties } }: ArmRequest): JsonObject {
  if (properties === undefined || properties === null) return {}
  if (!isJsonObject(properties)) throw invalidRequestContent("Unexpected value at path 'properties'")
  return properties
}

/** Throws 409, or 429 for a network, while another operation on the resource is in progress. */
export function assertIdle(request: ArmRequest, stored: StoredResource | undefined): void {
  if (stored === undefined || !isChanging(stored, request.clock.now())) return
  throw stored.type.startsWith('Microsoft.Network/') ? anotherOperationInProgress() : conflict()
}

/** How a type is deleted. */
export interface Deletion {
  type: string
  family: OperationFamily
  /** of Azure's clock */
  milliseconds: number
  /** throws if Azure would refuse */
  assertDeletable?: (request: ArmRequest, resource: StoredResource) => void
}

/** DELETE: 202 and an operation; 204 if it does not exist. The resource can be read until its deletion is over. */
export function deleteOperation({ type, family, milliseconds, assertDeletable }: Deletion): ArmOperation {
  return operation(`DELETE ${pathOf(type)}`, `${type}/delete`, (request) => {
    const id: ResourceId = requestedId(request, type)
    const resource = request.tenant.store.get(formatResourceId(id))
    if (resource === undefined) return { status: 204 }
    assertDeletable?.(request, resource)
    const startedAt = request.clock.now()
    const deleting: StoredResource = {
      ...resource,
      change: { state: 'Deleting', startedAt, endsAt: startedAt + milliseconds },
    }
    request.tenant.store.put(deleting)
    return { status: 202, headers: startOperation(request, family, deleting) }
  })
}

/** DELETE of a type that is removed at once: 200; 204 if it does not exist. */
export function removeOperation(type: string): ArmOperation {
  return operation(`DELETE ${pathOf(type)}`, `${type}/delete`, (request) => {
    const id = formatResourceId(requestedId(request, type))
    if (request.tenant.store.get(id) === undefined) return { status: 204 }
    request.tenant.store.remove(id)
    return { status: 200 }
  })
}

const most = 50
const longestName = 512
const longestValue = 256

/**
 * Throws 400 for more tags, or longer ones, than a resource can have; the codes and words are ours.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
function assertTagLimits(tags: JsonObject): void {
  const names = Object.keys(tags)
  if (names.length > most)
    throw refusal('InvalidTagCount', `The number of tags '${names.length}' exceeds the maximum of '${most}'.`)
  for (const name of names) {
    const value = tags[name]
    if (name.length > longestName)
      throw refusal(
        'InvalidTagNameLength',
        `The length of the tag name '${name.slice(0, longestName)}' exceeds the maximum of '${longestName}' characters.`,
      )
    if (typeof value === 'string' && value.length > longestValue)
      throw refusal(
        'InvalidTagValueLength',
        `The length of the value of the tag '${name}' exceeds the maximum of '${longestValue}' characters.`,
      )
  }
}

function refusal(code: string, message: string): ArmRefusal {
  return new ArmRefusal(400, { code, message }, fromGateway)
}

import type { JsonObject } from '../json.ts'
import { provisioningState, type StoredResource } from '../store/store.ts'

/** A resource as a GET shows it at `now`, its keys in ARM's order. */
export function presentResource(resource: StoredResource, now: number): JsonObject {
  const { name, id, type, location, tags, envelope, properties } = resource
  const state = { provisioningState: provisioningState(resource, now) }
  return {
    name,
    id,
    type,
    location,
    ...(tags && { tags }),
    ...envelope,
    properties: { ...properties, ...state },
  }
}

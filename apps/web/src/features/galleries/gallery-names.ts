import {
  formatResourceId,
  parentResourceId,
  resourceNameOf,
  tryParseResourceId,
  type ResourceId,
} from '@portal/portal-api'

/** The resource group in an id; '' where it is none. */
export function resourceGroupOf(id: string): string {
  return tryParseResourceId(id)?.resourceGroupName ?? ''
}

/** Id and name of the gallery that a definition or version is in. */
export function galleryOf(resource: ResourceId): { id: string; name: string } {
  const parent = parentResourceId(resource)
  return parent ? galleryOf(parent) : { id: formatResourceId(resource), name: resourceNameOf(resource) }
}

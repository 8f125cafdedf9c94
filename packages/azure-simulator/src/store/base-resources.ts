import { deepFreeze } from './deep-freeze.ts'
import { createIdIndex, type IdIndex } from './id-index.ts'
import type { StoredResource } from './stored-resource.ts'

/**
 * The initial resources of a world, frozen: every tenant that starts from it reads the same objects, and stores its own
 * changes.
 */
export interface BaseResources {
  /** by id in lower case */
  byId: ReadonlyMap<string, StoredResource>
  index: IdIndex
  /** the resource as the tenant sees it: the world's own tenant is replaced by this one */
  seenBy(tenantId: string, resource: StoredResource): StoredResource
}

/** `tenantId` is the one that the resources are written for. Freezes them. */
export function baseResources(resources: StoredResource[], tenantId: string): BaseResources {
  const byId = new Map<string, StoredResource>()
  const index = createIdIndex()
  const namingTenant = new Map<StoredResource, boolean>()
  // Found out of those that another tenant reads: most simulators have no other one.
  const namesTenant = (resource: StoredResource) => {
    const isNaming = namingTenant.get(resource) ?? JSON.stringify(resource).includes(tenantId)
    namingTenant.set(resource, isNaming)
    return isNaming
  }
  for (const resource of resources) {
    const key = resource.id.toLowerCase()
    if (!byId.has(key)) index.add(key, resource.type)
    byId.set(key, deepFreeze(resource))
  }
  return {
    byId,
    index,
    seenBy: (other, resource) =>
      other === tenantId || !namesTenant(resource)
        ? resource
        : deepFreeze(resourceFrom(JSON.stringify(resource).replaceAll(tenantId, other))),
  }
}

/** A resource from the JSON it was written as. */
export function resourceFrom(json: string): StoredResource {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this file writes it, untyped
  return JSON.parse(json) as StoredResource
}

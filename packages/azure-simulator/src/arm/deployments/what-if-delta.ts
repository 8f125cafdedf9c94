import { sameRegion, sameResourceId } from '@portal/arm'
import { isJsonObject, type Json, type JsonObject } from '../../json.ts'

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
export function deltaOf({ before, after }: { before: JsonObject; after: JsonObject }, path = ''): JsonObject[] {
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

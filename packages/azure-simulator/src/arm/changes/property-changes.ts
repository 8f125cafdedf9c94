import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import type { PropertyChange } from '../../resource-change.ts'

// What one record keeps at most; a longer text is cut, and says so.
const mostProperties = 64
const longestText = 500

/**
 * The properties that differ, by path: `tags.owner`, `properties.publishingProfile.targetRegions[0].name`.
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes#understand-change-event-properties
 */
export function propertyChanges(
  before: JsonObject,
  after: JsonObject,
  changeCategory: PropertyChange['changeCategory'],
): Record<string, PropertyChange> {
  const [old, current] = [leavesOf(before), leavesOf(after)]
  const differing = [...new Set([...old.keys(), ...current.keys()])].filter(
    (path) => old.get(path) !== current.get(path),
  )
  return Object.fromEntries(
    differing.slice(0, mostProperties).map((path) => {
      const [previousValue, newValue] = [shown(old.get(path)), shown(current.get(path))]
      const propertyChangeType = !old.has(path) ? 'Insert' : !current.has(path) ? 'Remove' : 'Update'
      const isTruncated = [old.get(path), current.get(path)].some((text) => (text?.length ?? 0) > longestText)
      return [
        path,
        { previousValue, newValue, propertyChangeType, changeCategory, isTruncated: isTruncated ? 'true' : 'false' },
      ]
    }),
  )
}

function shown(text: string | undefined): string | null {
  return text?.slice(0, longestText) ?? null
}

/** Texts, numbers and the like, as text, by their paths. */
function leavesOf(value: JsonObject): Map<string, string> {
  const leaves = new Map<string, string>()
  const collect = (part: Json | undefined, path: string) => {
    if (part === undefined || part === null) return
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) collect(item, `${path}[${index}]`)
    } else if (isJsonObject(part)) {
      for (const [key, item] of Object.entries(part)) collect(item, path === '' ? key : `${path}.${key}`)
    } else leaves.set(path, String(part))
  }
  collect(value, '')
  return leaves
}

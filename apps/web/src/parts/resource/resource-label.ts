import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'

/**
 * The name at the end of a resource's id, or the text itself where it is no id; an image version with its definition,
 * since its number alone says little.
 */
export function resourceLabel(id: string): string {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined) return id
  return parsed.types.at(-1) === 'versions' ? parsed.names.slice(-2).join(' ') : resourceNameOf(parsed)
}

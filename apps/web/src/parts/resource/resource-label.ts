import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'

/**
 * The name at the end of a resource ID, or the text itself if it is not an ID; an image version with its definition,
 * because its number alone says little.
 */
export function resourceLabel(id: string): string {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined) return id
  return parsed.types.at(-1) === 'versions' ? parsed.names.slice(-2).join(' ') : resourceNameOf(parsed)
}

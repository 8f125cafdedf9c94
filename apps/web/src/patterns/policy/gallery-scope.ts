import { formatResourceId, tryParseResourceId, type PolicyScope } from '@portal/portal-api'

/** The gallery of an image definition or version, the scope for its policies; undefined while there is none. */
export function galleryScope(id: string): PolicyScope | undefined {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined) return undefined
  const gallery = { ...parsed, types: parsed.types.slice(0, 1), names: parsed.names.slice(0, 1) }
  return { galleryId: formatResourceId(gallery) }
}

import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'

/** The name in a resource's id, or the text itself where it is no id. */
export function resourceLabel(id: string): string {
  const parts = tryParseResourceId(id)
  return parts ? resourceNameOf(parts) : id
}

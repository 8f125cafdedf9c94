import { resourceType, tryParseResourceId, type ResourceId } from '@portal/portal-api'
import { useSearchParams } from 'wouter'

/** The resource that a page is about. */
export interface PageResource {
  id: string
  parts: ResourceId
}

/**
 * The resource of type `type` (for example `Microsoft.Compute/galleries`) in the address's `id`, or undefined: none, or
 * one of another type.
 */
export function usePageResource(type: string): PageResource | undefined {
  const [search] = useSearchParams()
  const id = search.get('id') ?? ''
  const parts = tryParseResourceId(id)
  return parts && resourceType(parts).toLowerCase() === type.toLowerCase() ? { id, parts } : undefined
}

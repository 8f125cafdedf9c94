import { tryParseResourceId } from '@portal/portal-api'
import type { QueryClient } from '@tanstack/react-query'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import type { QueryUser } from '../../../api/read.ts'
import { sourceResourcesQuery } from '../../../api/subscription-reads.ts'

/** Starts to read what the wizard needs for the definition that its address names, so that it opens with its fields. */
export function preloadInventory(answers: QueryClient, user: QueryUser, search: URLSearchParams): void {
  const definition = search.get('definition') ?? ''
  const subscriptionId = tryParseResourceId(definition)?.subscriptionId
  const meta = { isAhead: true }
  if (subscriptionId === undefined) return
  void answers.prefetchQuery({ ...inventoryQuery(user, { imageDefinitionId: definition }), meta })
  void answers.prefetchQuery({ ...sourceResourcesQuery(user, { subscriptionId }), meta })
}

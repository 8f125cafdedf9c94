import { useIsFetching, useQueryClient, type Query } from '@tanstack/react-query'
import { useState } from 'react'
import { imageVersionRowsQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'

/**
 * Whether the list of a definition's versions has its rows, or their error. What is below waits for it, because the
 * list has another height then.
 */
export function useVersionsListed(imageDefinitionId: string): boolean {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const [isListed, setListed] = useState(false)
  const filters = {
    queryKey: imageVersionRowsQuery(user, { page: 0, sort: 'name', direction: 'asc' }).queryKey.slice(0, -1),
    predicate: ({ queryKey }: Query) => JSON.stringify(queryKey).includes(imageDefinitionId.toLowerCase()),
  }
  const isFetching = useIsFetching(filters) > 0
  const found = queryClient.getQueryCache().findAll(filters)
  if (!isListed && !isFetching && found.some(({ state }) => state.status !== 'pending')) setListed(true)
  return isListed
}

import { getSoftDeleteFacts, listDeletedVersions, listDeletedVersionsNearSet } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'

/** What an account has read of recycle bins: whatever deletes or restores a version makes it stale. */
export function recycleBinKey(accountKey: string): [string, string] {
  return [accountKey, 'recycle-bin']
}

// What is deleted comes into the bin when Azure is done with it.
const pollsLeftOut = 3

/** The recycle bin of a definition; asked again now and then while deleted versions come into it. */
export function recycleBinQuery(accountKey: string, imageDefinitionId: string, pollMs: number) {
  return queryOptions({
    queryKey: [...recycleBinKey(accountKey), imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(listDeletedVersions, { imageDefinitionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.policy?.isSoftDeleteEnabled === true && pollInterval(state, pollMs * pollsLeftOut),
  })
}

/** What decides how a gallery's soft delete can be set. */
export function softDeleteFactsQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'soft-delete', id.toLowerCase()],
    queryFn: ({ signal }) => call(getSoftDeleteFacts, { id }, { signal }),
    staleTime: 0,
  })
}

/** The deleted versions that a set may have encrypted. */
export function deletedVersionsNearSetQuery(accountKey: string, diskEncryptionSetId: string) {
  return queryOptions({
    queryKey: [...recycleBinKey(accountKey), 'near-set', diskEncryptionSetId.toLowerCase()],
    queryFn: ({ signal }) => call(listDeletedVersionsNearSet, { diskEncryptionSetId }, { signal }),
    staleTime: 0,
  })
}

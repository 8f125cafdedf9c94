import { getSoftDeleteFacts, listDeletedVersions, listDeletedVersionsNearSet } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'

/** What an account has read of recycle bins: deleting or restoring a version makes it stale. */
export function recycleBinKey({ account }: QueryAccount): [string, string] {
  return [account.key, 'recycle-bin']
}

// A deleted version appears in the bin when Azure is done.
const pollsLeftOut = 3

/** The recycle bin of a definition; refreshed from time to time while deleted versions arrive in it. */
export function recycleBinQuery(user: QueryUser, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [...recycleBinKey(user), imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(listDeletedVersions, { imageDefinitionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.policy?.isSoftDeleteEnabled === true &&
      pollInterval(state, user.configuration.replicationPollMs * pollsLeftOut),
  })
}

/** What decides how a gallery's soft delete can be set. */
export function softDeleteFactsQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'soft-delete', id.toLowerCase()],
    queryFn: ({ signal }) => call(getSoftDeleteFacts, { id }, { signal }),
    staleTime: 0,
  })
}

/** The deleted versions that a set might have encrypted. */
export function deletedVersionsNearSetQuery(user: QueryAccount, diskEncryptionSetId: string) {
  return queryOptions({
    queryKey: [...recycleBinKey(user), 'near-set', diskEncryptionSetId.toLowerCase()],
    queryFn: ({ signal }) => call(listDeletedVersionsNearSet, { diskEncryptionSetId }, { signal }),
    staleTime: 0,
  })
}

import {
  browseImageVersionUses,
  countImageVersionUses,
  listDescendants,
  listRecordedChanges,
  type ImageVersionUseRow,
  type RequestOf,
} from '@portal/portal-api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { estateKey, type PageQuery } from '../estate-queries.ts'
import { call } from '../portal-client.ts'
import type { QueryAccount } from '../query-user.ts'

/** A page of what was created from an image version. */
export function imageVersionUsesQuery(
  user: QueryAccount,
  asked: RequestOf<typeof browseImageVersionUses>,
): PageQuery<ImageVersionUseRow> {
  return {
    queryKey: [...estateKey(user), 'image-version-uses', asked, asked.page],
    queryFn: ({ signal }) => call(browseImageVersionUses, asked, { signal }),
    placeholderData: keepPreviousData,
  }
}

/** How many machines, scale sets and disks were created from an image version. */
export function imageVersionUseCountsQuery(user: QueryAccount, imageVersionId: string) {
  return queryOptions({
    queryKey: [...estateKey(user), 'image-version-use-counts', imageVersionId.toLowerCase()],
    queryFn: ({ signal }) => call(countImageVersionUses, { imageVersionId }, { signal }),
  })
}

/** The versions that descend from an image version. */
export function descendantsQuery(user: QueryAccount, imageVersionId: string) {
  return queryOptions({
    queryKey: [...estateKey(user), 'image-version-descendants', imageVersionId.toLowerCase()],
    queryFn: ({ signal }) => call(listDescendants, { imageVersionId }, { signal }),
  })
}

/** What Azure recorded about resources in the last 14 days. */
export function recordedChangesQuery(user: QueryAccount, resourceIds: string[]) {
  return queryOptions({
    queryKey: [...estateKey(user), 'recorded-changes', resourceIds],
    queryFn: ({ signal }) => call(listRecordedChanges, { resourceIds }, { signal }),
  })
}

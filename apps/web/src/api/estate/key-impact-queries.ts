import {
  browseKeys,
  getKeyImpact,
  listDeletedVersionsNearKey,
  type RequestOf,
  type UsedKeyRow,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { estateKey, type PageQuery } from '../estate-queries.ts'
import { call } from '../portal-client.ts'
import type { QueryAccount } from '../query-user.ts'

/** All that depends on the keys of one thing. */
export function keyImpactQuery(user: QueryAccount, asked: RequestOf<typeof getKeyImpact>) {
  return queryOptions({
    queryKey: [...estateKey(user), 'key-impact', asked],
    queryFn: ({ signal }) => call(getKeyImpact, asked, { signal }),
  })
}

/** The deleted versions that a key might have encrypted: a call for each recycle bin. */
export function deletedVersionsNearKeyQuery(user: QueryAccount, keyUrl: string) {
  return queryOptions({
    queryKey: [...estateKey(user), 'key-impact', 'deleted-versions', keyUrl],
    queryFn: ({ signal }) => call(listDeletedVersionsNearKey, { keyUrl }, { signal }),
  })
}

/** A page of the keys that sets use. */
export function keyRowsQuery(user: QueryAccount, asked: RequestOf<typeof browseKeys>): PageQuery<UsedKeyRow> {
  return {
    queryKey: [...estateKey(user), 'keys', asked, asked.page],
    queryFn: ({ signal }) => call(browseKeys, asked, { signal }),
  }
}

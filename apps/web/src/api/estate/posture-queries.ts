import { getPosture, getPostureLimits, type PostureSubject } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { estateKey } from '../estate-queries.ts'
import { call } from '../portal-client.ts'
import type { QueryAccount } from '../query-user.ts'

/** How many there are of a kind, by encryption and by place. */
export function postureQuery(user: QueryAccount, of: PostureSubject) {
  return queryOptions({
    queryKey: [...estateKey(user), 'posture', of],
    queryFn: ({ signal }) => call(getPosture, { of }, { signal }),
  })
}

/** What the posture can't include. */
export function postureLimitsQuery(user: QueryAccount) {
  return queryOptions({
    queryKey: [...estateKey(user), 'posture-limits'],
    queryFn: ({ signal }) => call(getPostureLimits, {}, { signal }),
  })
}

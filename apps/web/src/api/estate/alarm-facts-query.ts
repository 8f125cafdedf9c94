import { getAlarmFacts } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { estateKey } from '../estate-queries.ts'
import { call } from '../portal-client.ts'
import type { QueryAccount } from '../query-user.ts'

/** What the policies about keys look at in a subscription; '' asks nothing. */
export function alarmFactsQuery(user: QueryAccount, subscriptionId: string) {
  return queryOptions({
    queryKey: [...estateKey(user), 'alarm-facts', subscriptionId],
    queryFn: ({ signal }) => call(getAlarmFacts, { subscriptionId }, { signal }),
    enabled: subscriptionId !== '',
    staleTime: 60_000,
  })
}

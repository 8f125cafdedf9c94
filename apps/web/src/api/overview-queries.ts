import { checkKeyHealth, getEstateOverview, listFailedResources, listRecentDefinitions } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { estateKey } from './estate-queries.ts'
import { call } from './portal-client.ts'
import type { QueryAccount } from './query-user.ts'

/** All that Home reads of the estate: what ends in Azure makes it stale. */
export function overviewKey(user: QueryAccount): [...ReturnType<typeof estateKey>, string] {
  return [...estateKey(user), 'overview']
}

/** How many versions there are, by whose keys encrypt them. */
export function estateOverviewQuery(user: QueryAccount) {
  return queryOptions({
    queryKey: [...overviewKey(user), 'encryption'],
    queryFn: ({ signal }) => call(getEstateOverview, {}, { signal }),
    refetchOnWindowFocus: true,
  })
}

/** Everything in state `Failed`. */
export function failedResourcesQuery(user: QueryAccount) {
  return queryOptions({
    queryKey: [...overviewKey(user), 'failed'],
    queryFn: ({ signal }) => call(listFailedResources, {}, { signal }),
    refetchOnWindowFocus: true,
  })
}

/** The image definitions used last. */
export function recentDefinitionsQuery(user: QueryAccount) {
  return queryOptions({
    queryKey: [...overviewKey(user), 'recent'],
    queryFn: ({ signal }) => call(listRecentDefinitions, {}, { signal }),
    refetchOnWindowFocus: true,
  })
}

/** How many calls of Azure may check keys for Home. */
const keyCheckCalls = 24

/** Sets with the facts of their keys: those whose trouble Azure shows at once, then others, for a few calls. */
export function keyCheckQuery(user: QueryAccount) {
  return queryOptions({
    queryKey: [...overviewKey(user), 'keys'],
    queryFn: ({ signal }) => call(checkKeyHealth, { calls: keyCheckCalls }, { signal }),
    staleTime: 5 * 60_000,
  })
}

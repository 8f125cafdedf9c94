import { getLatestVersions, listLatestFollowers, listLatestWork } from '@portal/portal-api'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { estateKey } from '../estate-queries.ts'
import { pollInterval } from '../poll-interval.ts'
import { call } from '../portal-client.ts'
import type { QueryAccount, QueryUser } from '../query-user.ts'

/** What latest gives in each region of a definition, as of the request. */
export function latestVersionsQuery({ account }: QueryAccount, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [account.key, 'latest-versions', imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(getLatestVersions, { imageDefinitionId }, { signal }),
    staleTime: 0,
  })
}

/** The current or last changes of a definition's latest; refreshed while steps remain. */
export function latestWorksQuery({ account, configuration }: QueryUser, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [account.key, 'latest-works', imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(listLatestWork, { imageDefinitionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some((work) => work.state === 'Running') === true &&
      pollInterval(state, configuration.replicationPollMs),
  })
}

/** The scale sets that follow a definition's latest version. */
export function latestFollowersQuery(user: QueryAccount, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [...estateKey(user), 'latest-followers', imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(listLatestFollowers, { imageDefinitionId }, { signal }),
  })
}

/** Refreshes the steps of deployments on versions, after one was started or stopped. */
export async function refreshWork(queryClient: QueryClient, { account }: QueryAccount): Promise<void> {
  const keys = ['latest-works', 'version-works'].map((kind) => [account.key, kind])
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

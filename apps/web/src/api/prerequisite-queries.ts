import { getSignIn, listAllowedActions, listRegistrations, type Registration, type RequestOf } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'

/** What a subscription has registered, refreshed while a registration is in progress. */
export function registrationsQuery({ account, configuration }: QueryUser, subscriptionId: string) {
  return queryOptions({
    queryKey: [account.key, 'registrations', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listRegistrations, { subscriptionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      (state.data?.some(isUnderWay) ?? false) && pollInterval(state, configuration.replicationPollMs),
  })
}

/** Whether a registration is in progress. */
export function isUnderWay({ state }: Registration): boolean {
  return state === 'Registering' || state === 'Pending' || state === 'Unregistering'
}

/** What the account's roles allow in a subscription or at a gallery. */
export function allowedActionsQuery({ account }: QueryAccount, scope: RequestOf<typeof listAllowedActions>) {
  return queryOptions({
    queryKey: [account.key, 'allowed-actions', scope],
    queryFn: ({ signal }) => call(listAllowedActions, scope, { signal }),
  })
}

/** How the account signed in. */
export function signInQuery({ account }: QueryAccount) {
  return queryOptions({
    queryKey: [account.key, 'sign-in'],
    queryFn: ({ signal }) => call(getSignIn, {}, { signal }),
    // A step-up changes it.
    staleTime: 0,
  })
}

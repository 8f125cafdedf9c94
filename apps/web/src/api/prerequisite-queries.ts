import { listAllowedActions, listRegistrations, type Registration, type RequestOf } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'

/** What a subscription has registered, asked again every `pollMs` while Azure is at it. */
export function registrationsQuery(accountKey: string, subscriptionId: string, pollMs: number) {
  return queryOptions({
    queryKey: [accountKey, 'registrations', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listRegistrations, { subscriptionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ?? false) && pollInterval(state, pollMs),
  })
}

/** Whether Azure is at work on a registration. */
export function isUnderWay({ state }: Registration): boolean {
  return state === 'Registering' || state === 'Pending' || state === 'Unregistering'
}

/** What the account's roles allow in a subscription or at a gallery. */
export function allowedActionsQuery(accountKey: string, scope: RequestOf<typeof listAllowedActions>) {
  return queryOptions({
    queryKey: [accountKey, 'allowed-actions', scope],
    queryFn: ({ signal }) => call(listAllowedActions, scope, { signal }),
  })
}

import type { UnderWay } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { underWayQuery } from '../../api/account-reads.ts'
import type { QueryUser } from '../../api/read.ts'
import { useBrowserNotifications } from './browser-notifications.ts'

/**
 * The operations in progress, which the menu of these refreshes while the tab is seen. In the background they are
 * refreshed only where the user wants the browser's notifications, and while there are any.
 */
export function useWatchedOperations(user: QueryUser): UnderWay | undefined {
  const isWanted = useBrowserNotifications() === 'on'
  const { data } = useQuery({
    ...underWayQuery(user),
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => {
      const isInProgress = state.data !== undefined && state.data.items.length > 0
      return isWanted && isInProgress ? user.configuration.replicationPollMs : false
    },
  })
  return data
}

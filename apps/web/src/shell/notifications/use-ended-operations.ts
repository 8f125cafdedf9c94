import { type UnderWay, getOperationOutcome, type OperationOutcome, type UnderWayItem } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { underWayQuery } from '../../api/account-reads.ts'
import { call } from '../../api/portal-client.ts'
import type { QueryUser } from '../../api/read.ts'
import { useBrowserNotifications } from './browser-notifications.ts'
import { endedItems } from './ended-items.ts'
import type { Notice } from './notice.ts'

/** After so many looks without an answer, an operation counts as ended in a way that Azure does not show. */
const mostLooks = 5

/**
 * Calls `onEnded` once for each operation that was in progress in this tab and no longer is, with what has become of
 * it. Azure is asked about each by one request; again with the next list of operations, if it was still in progress
 * after all or did not answer.
 */
export function useEndedOperations(underWay: UnderWay | undefined, onEnded: (notice: Notice) => void): void {
  const before = useRef<UnderWayItem[]>([])
  const looks = useRef(new Map<string, number>())
  const tell = useEffectEvent(onEnded)

  useEffect(() => {
    if (underWay === undefined) return
    const { items, now } = underWay
    const ended = endedItems(before.current, items)
    before.current = [...items]
    for (const item of ended) void look(item)

    async function look(item: UnderWayItem) {
      const count = (looks.current.get(item.id) ?? 0) + 1
      looks.current.set(item.id, count)
      const outcome = await outcomeOf(item)
      if (outcome.state === 'inProgress' && count < mostLooks) {
        before.current.push(item)
        return
      }
      looks.current.delete(item.id)
      tell({ item, outcome, at: now, isRead: false })
    }
  }, [underWay])
}

async function outcomeOf({ id, kind }: UnderWayItem): Promise<OperationOutcome> {
  try {
    return await call(getOperationOutcome, { id, kind })
  } catch {
    // It is asked about again.
    return { state: 'inProgress', failures: [] }
  }
}

/**
 * The operations in progress, which the button refreshes while the tab is seen. In the background they are
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

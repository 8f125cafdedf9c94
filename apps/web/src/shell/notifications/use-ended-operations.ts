import { getOperationOutcome, type OperationOutcome, type UnderWay, type UnderWayItem } from '@portal/portal-api'
import { useEffect, useEffectEvent, useRef } from 'react'
import { call } from '../../api/portal-client.ts'
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

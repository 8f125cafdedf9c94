import type { UnderWay } from '@portal/portal-api'
import { useEffect, useRef } from 'react'
import { useMakeStale } from '../../api/use-write.ts'

/** Reads the tiles again when an operation has ended: it can have failed, or be a version of a definition now. */
export function useFreshAfter(underWay: UnderWay | undefined): void {
  const makeStale = useMakeStale()
  const before = useRef<string[]>([])
  useEffect(() => {
    if (underWay === undefined) return
    const running = underWay.items.map(({ id }) => id)
    const hasEnded = before.current.some((id) => !running.includes(id))
    before.current = running
    if (hasEnded) void makeStale('operationEnded')
  }, [underWay, makeStale])
}

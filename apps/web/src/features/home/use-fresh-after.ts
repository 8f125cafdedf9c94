import type { UnderWay } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { overviewKey } from '../../api/overview-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

/** Reads the tiles again when an operation has ended: it can have failed, or be a version of a definition now. */
export function useFreshAfter(underWay: UnderWay | undefined): void {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const before = useRef<string[]>([])
  useEffect(() => {
    if (underWay === undefined) return
    const running = underWay.items.map(({ id }) => id)
    const hasEnded = before.current.some((id) => !running.includes(id))
    before.current = running
    if (hasEnded) void queryClient.invalidateQueries({ queryKey: overviewKey(user) })
  }, [underWay, queryClient, user])
}

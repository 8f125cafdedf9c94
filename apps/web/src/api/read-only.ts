import { readOnlyHeader } from '@portal/portal-api'
import { useSyncExternalStore } from 'react'

let isReadOnly = false
const listeners = new Set<() => void>()

/** Notices whether the portal writes; an answer that does not say so (of a proxy, say) changes nothing. */
export function noticeReadOnly({ headers }: Response): void {
  const said = headers.get(readOnlyHeader)
  if (said === null || (said === 'true') === isReadOnly) return
  isReadOnly = said === 'true'
  for (const listener of listeners) listener()
}

/** Whether those who run the portal let it write nothing, as its latest answer said. */
export function useReadOnly(): boolean {
  return useSyncExternalStore(subscribe, () => isReadOnly)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

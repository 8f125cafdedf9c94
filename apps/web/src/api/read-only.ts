import { readOnlyHeader } from '@portal/portal-api'
import { useSyncExternalStore } from 'react'
import { storeChoice, storedChoice } from '../stored-choice.ts'

const storageKey = 'read-only'
// Until the first response, as the last one said: the page then begins where it stays.
let isReadOnly = storedChoice(storageKey, ['true']) !== undefined
const listeners = new Set<() => void>()

/** Records whether the portal writes; a response without that information (for example, of a proxy) changes nothing. */
export function noticeReadOnly({ headers }: Response): void {
  const said = headers.get(readOnlyHeader)
  if (said === null || (said === 'true') === isReadOnly) return
  isReadOnly = said === 'true'
  storeChoice(storageKey, said)
  for (const listener of listeners) listener()
}

/** Whether the operators have set the portal to read-only, according to its latest response. */
export function useReadOnly(): boolean {
  return useSyncExternalStore(subscribe, () => isReadOnly)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

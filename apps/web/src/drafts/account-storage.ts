import { browserStorage } from './browser-storage.ts'
import { tabStorage } from './tab-storage.ts'

/** The key under which something is kept for an account about a resource, however its id is spelled. */
export function accountStorageKey(kind: string, accountKey: string, resourceId: string): string {
  return `${kind}:${accountKey}:${resourceId.toLowerCase()}`
}

/** Removes everything kept for an account, which is signing out. */
export function removeAllKeptFor(accountKey: string): void {
  for (const storage of [tabStorage, browserStorage])
    for (const key of storage.keys()) if (key.includes(`:${accountKey}:`)) storage.remove(key)
}

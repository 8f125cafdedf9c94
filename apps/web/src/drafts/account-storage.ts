import { browserStorage, tabStorage } from './browser-storage.ts'

/** The storage key for an account and a resource, whatever the spelling of its ID. */
export function accountStorageKey(kind: string, accountKey: string, resourceId: string): string {
  return `${kind}:${accountKey}:${resourceId.toLowerCase()}`
}

/** Removes everything stored for the accounts of a directory. */
export function removeAllStoredIn(tenantId: string): void {
  removeAll((key) => key.includes(`@${tenantId}:`))
}

/** Removes everything stored for a person who is signing out, in every directory. */
export function removeAllStoredFor(personKey: string): void {
  removeAll((key) => key.includes(`:${personKey}@`))
}

function removeAll(isIt: (key: string) => boolean): void {
  for (const storage of [tabStorage, browserStorage])
    for (const key of storage.keys()) if (isIt(key)) storage.remove(key)
}

import type * as z from 'zod/mini'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage, type KeyValueStorage } from './browser-storage.ts'

/** Where a browser keeps the draft of one account about one resource. */
export interface StoredDraft<Draft> {
  /** in the browser's storage; it names the draft to the other tabs, too */
  key: string
  /** the draft, or undefined: none, or none that this portal can read, which is removed */
  load(): Draft | undefined
  /** keeps it until it is removed */
  save(draft: Draft): void
  /** keeps one that nobody has made: until it is changed, it is none of the account's own */
  prepare(draft: Draft): void
  /** ISO 8601, by the browser's clock: when its content was last changed; undefined for one that nobody has made */
  changedAt(): string | undefined
  remove(): void
}

interface DraftKind<Draft> {
  /**
   * the first part of the key, with the version of the form: a draft of an older portal is not read as one of today's
   */
  kind: string
  schema: z.ZodMiniType<Draft>
  storage?: KeyValueStorage
}

/**
 * The drafts of one type: each belongs to an account and to the resource with an ID, whatever its spelling. `all` gives
 * the drafts of an account with the IDs of their resources in lowercase.
 */
export function storedDraft<Draft>({ kind, schema, storage = browserStorage }: DraftKind<Draft>) {
  const draftAt = (key: string): StoredDraft<Draft> => {
    const timeKey = `changed:${key}`
    const remove = () => {
      storage.remove(key)
      storage.remove(timeKey)
    }
    return {
      key,
      load() {
        const text = storage.get(key)
        if (text === undefined) return undefined
        const draft = schema.safeParse(tryParseJson(text)).data
        if (draft === undefined) remove()
        return draft
      },
      save(draft) {
        const text = JSON.stringify(draft)
        // A form stores its draft when it is opened, too: that is no change.
        if (storage.get(key) === text) return
        storage.set(key, text)
        storage.set(timeKey, new Date().toISOString())
      },
      prepare(draft) {
        // As a form stores it that changes nothing.
        storage.set(key, JSON.stringify(schema.parse(draft)))
        storage.remove(timeKey)
      },
      changedAt: () => storage.get(timeKey),
      remove,
    }
  }
  return Object.assign(
    (accountKey: string, resourceId: string) => draftAt(accountStorageKey(kind, accountKey, resourceId)),
    {
      all(accountKey: string): { resourceId: string; kept: StoredDraft<Draft> }[] {
        const start = accountStorageKey(kind, accountKey, '')
        return storage
          .keys()
          .filter((key) => key.startsWith(start))
          .map((key) => ({ resourceId: key.slice(start.length), kept: draftAt(key) }))
      },
    },
  )
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import type * as z from 'zod/mini'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage, type KeptStorage } from './kept-storage.ts'

/** Where a browser keeps the draft of one account about one resource. */
export interface KeptDraft<Draft> {
  /** in the browser's storage; it names the draft to the other tabs, too */
  key: string
  /** the draft, or undefined: none, or none that this portal can read, which is removed */
  load(): Draft | undefined
  /** keeps it until it is removed */
  save(draft: Draft): void
  remove(): void
}

interface DraftKind<Draft> {
  /**
   * the first part of the key, with the version of the form: a draft of an older portal is not read as one of today's
   */
  kind: string
  schema: z.ZodMiniType<Draft>
  storage?: KeptStorage
}

/** The drafts of one type: each belongs to an account and to the resource with an ID, whatever its spelling. */
export function keptDraft<Draft>({ kind, schema, storage = browserStorage }: DraftKind<Draft>) {
  return (accountKey: string, resourceId: string): KeptDraft<Draft> => {
    const key = accountStorageKey(kind, accountKey, resourceId)
    const remove = () => storage.remove(key)
    return {
      key,
      load() {
        const text = storage.get(key)
        if (text === undefined) return undefined
        const draft = schema.safeParse(tryParseJson(text)).data
        if (draft === undefined) remove()
        return draft
      },
      save: (draft) => storage.set(key, JSON.stringify(draft)),
      remove,
    }
  }
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { tabStorage } from './tab-storage.ts'

type Kind = 'creation' | 'update' | 'machine'

const keyOf = (kind: Kind, accountKey: string) => `unanswered-${kind}:${accountKey}`

/** Remembers over a reload that a write was sent and not answered, so that Azure is asked before anything else. */
export const unanswered = {
  /** `id`: of the resource that was written */
  sent(kind: Kind, accountKey: string, id: string): void {
    tabStorage.set(keyOf(kind, accountKey), id.toLowerCase())
  },
  answered(kind: Kind, accountKey: string): void {
    tabStorage.remove(keyOf(kind, accountKey))
  },
  isDue(kind: Kind, accountKey: string, id: string): boolean {
    return tabStorage.get(keyOf(kind, accountKey)) === id.toLowerCase()
  },
}

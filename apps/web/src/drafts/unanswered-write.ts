import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'

type Kind = 'creation' | 'update' | 'machine'

const keyOf = (kind: Kind, accountKey: string, id: string) => accountStorageKey(`unanswered-${kind}`, accountKey, id)

/**
 * Remembers, across a reload or closing, that a write was sent and not answered, so that Azure is read before anything
 * else. `id`: of the written resource
 */
export const unanswered = {
  sent(kind: Kind, accountKey: string, id: string): void {
    browserStorage.set(keyOf(kind, accountKey, id), 'sent')
  },
  answered(kind: Kind, accountKey: string, id: string): void {
    browserStorage.remove(keyOf(kind, accountKey, id))
  },
  isDue(kind: Kind, accountKey: string, id: string): boolean {
    return browserStorage.get(keyOf(kind, accountKey, id)) !== undefined
  },
}

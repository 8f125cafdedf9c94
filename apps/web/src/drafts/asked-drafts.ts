import { accountStorageKey } from './account-storage.ts'
import { keptDraft, type KeptDraft } from './draft-storage.ts'
import { keptAs } from './kept-as.ts'
import { tabStorage } from './tab-storage.ts'

const askedKey = (accountKey: string, imageVersionId: string) => accountStorageKey('asked', accountKey, imageVersionId)

/**
 * Keeps what was asked of Azure for a version, so that its page can show it beside what Azure stored, or make a draft of
 * it again.
 */
export function rememberAsked(accountKey: string, imageVersionId: string, draft: KeptDraft): void {
  tabStorage.set(askedKey(accountKey, imageVersionId), JSON.stringify(draft))
}

/** What this account asked for a version in this tab, or undefined where nobody knows. */
export function askedDraftOf(accountKey: string, imageVersionId: string): KeptDraft | undefined {
  return keptAs(keptDraft, tabStorage.get(askedKey(accountKey, imageVersionId)))
}

import { imageVersionPlan } from '@portal/image-version'
import * as z from 'zod/mini'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import { keptAs } from './kept-as.ts'

/**
 * Where a draft is kept: it belongs to one account and one image definition. The version of the form is part of the key:
 * a draft of an older portal is not read as one of today's.
 */
export const draftKey = (accountKey: string, imageDefinitionId: string) =>
  accountStorageKey('draft:2', accountKey, imageDefinitionId)

/** The schema of a `KeptDraft`. */
export const keptDraft = z.strictObject({
  plan: imageVersionPlan,
  /** how many regions besides the version's own are added at a time; null: all are created at once */
  batchSize: z.nullable(z.number()),
})
/** A version that is not created yet. */
export type KeptDraft = z.infer<typeof keptDraft>

/** The draft that `accountKey` left for this definition, or undefined: none, or not a draft (any more). */
export function loadDraft(accountKey: string, imageDefinitionId: string): KeptDraft | undefined {
  const key = draftKey(accountKey, imageDefinitionId)
  const draft = keptAs(keptDraft, browserStorage.get(key))
  if (draft === undefined) browserStorage.remove(key)
  return draft
}

/** Keeps a draft until it is removed. */
export function saveDraft(accountKey: string, imageDefinitionId: string, draft: KeptDraft): void {
  browserStorage.set(draftKey(accountKey, imageDefinitionId), JSON.stringify(draft))
}

export function removeDraft(accountKey: string, imageDefinitionId: string): void {
  browserStorage.remove(draftKey(accountKey, imageDefinitionId))
}

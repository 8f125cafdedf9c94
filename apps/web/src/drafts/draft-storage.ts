import { imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import type { KeptStorage } from './kept-storage.ts'

// A draft belongs to one account and one image definition.
// The version of the form is part of the key: a draft of an older portal is not read as one of today's.
const draftKey = (accountKey: string, imageDefinitionId: string) =>
  accountStorageKey('draft:1', accountKey, imageDefinitionId)

/** The draft that `accountKey` left for this definition, or undefined: none, or not a plan (any more). */
export function loadDraft(accountKey: string, imageDefinitionId: string): ImageVersionPlan | undefined {
  const key = draftKey(accountKey, imageDefinitionId)
  const plan = storedPlan(browserStorage, key)
  if (plan === undefined) browserStorage.remove(key)
  return plan
}

/** Keeps a draft until it is removed. */
export function saveDraft(accountKey: string, imageDefinitionId: string, plan: ImageVersionPlan): void {
  browserStorage.set(draftKey(accountKey, imageDefinitionId), JSON.stringify(plan))
}

export function removeDraft(accountKey: string, imageDefinitionId: string): void {
  browserStorage.remove(draftKey(accountKey, imageDefinitionId))
}

/** The plan stored under a key, or undefined where there is none or it is not a plan. */
export function storedPlan(storage: KeptStorage, key: string): ImageVersionPlan | undefined {
  const text = storage.get(key)
  if (text === undefined) return undefined
  try {
    return imageVersionPlan.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

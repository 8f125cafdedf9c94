import { imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import { removeStartedPreparationsOf } from './started-preparation.ts'
import { tabStorage } from './tab-storage.ts'

// A draft holds names and ids, no token or key. It belongs to one account and one image definition.
// The version of the form is part of the key: a draft of an older portal is not read as one of today's.
const prefix = 'draft:1:'

function draftKey(accountKey: string, imageDefinitionId: string): string {
  return `${prefix}${accountKey}:${imageDefinitionId.toLowerCase()}`
}

/** The draft that `accountKey` left for this definition, or undefined: none, or not a plan (any more). */
export function loadDraft(accountKey: string, imageDefinitionId: string): ImageVersionPlan | undefined {
  const key = draftKey(accountKey, imageDefinitionId)
  const plan = storedPlan(key)
  if (plan === undefined) tabStorage.remove(key)
  return plan
}

/** Keeps a draft. Returns whether it will survive a reload: false where the browser's storage is blocked or full. */
export function saveDraft(accountKey: string, imageDefinitionId: string, plan: ImageVersionPlan): boolean {
  return tabStorage.set(draftKey(accountKey, imageDefinitionId), JSON.stringify(plan))
}

export function removeDraft(accountKey: string, imageDefinitionId: string): void {
  tabStorage.remove(draftKey(accountKey, imageDefinitionId))
}

/** Removes everything kept for an account, which is signing out. */
export function removeDraftsOf(accountKey: string): void {
  removeStartedPreparationsOf(accountKey)
  const prefixes = [
    `${prefix}${accountKey}:`,
    `asked:${accountKey}:`,
    `update:1:${accountKey}:`,
    `machine:1:${accountKey}:`,
  ]
  for (const key of tabStorage.keys()) if (prefixes.some((start) => key.startsWith(start))) tabStorage.remove(key)
}

/** The plan stored under a key of the tab's storage, or undefined where there is none or it is not a plan. */
export function storedPlan(key: string): ImageVersionPlan | undefined {
  const text = tabStorage.get(key)
  if (text === undefined) return undefined
  try {
    const parsed = imageVersionPlan.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

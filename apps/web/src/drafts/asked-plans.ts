import { imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import { accountStorageKey } from './account-storage.ts'
import { keptAs } from './kept-as.ts'
import { tabStorage } from './tab-storage.ts'

const askedKey = (accountKey: string, imageVersionId: string) => accountStorageKey('asked', accountKey, imageVersionId)

/** Keeps what was asked of Azure for a version, so that its page can show it beside what Azure stored. */
export function rememberAsked(accountKey: string, imageVersionId: string, plan: ImageVersionPlan): void {
  tabStorage.set(askedKey(accountKey, imageVersionId), JSON.stringify(plan))
}

/** What this account asked for a version in this tab, or undefined where nobody knows. */
export function askedPlanOf(accountKey: string, imageVersionId: string): ImageVersionPlan | undefined {
  return keptAs(imageVersionPlan, tabStorage.get(askedKey(accountKey, imageVersionId)))
}

import { versionChange } from '@portal/image-version'
import { getStoredImageVersion } from '@portal/portal-api'
import * as z from 'zod/mini'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import { keptAs } from './kept-as.ts'

const updateDraft = z.object({
  /** the version that the change is made to, as Azure had it */
  base: getStoredImageVersion.response,
  change: versionChange,
  /** how many regions are added at a time; null: all at once */
  batchSize: z.nullable(z.number()),
  /** of the deployment that makes sets for it; null if none */
  preparationId: z.nullable(z.string()),
})
/** A change of a version that is not sent yet. */
export type UpdateDraft = z.infer<typeof updateDraft>

/** Where a draft is kept: it belongs to one account and one version. */
export const updateDraftKey = (accountKey: string, imageVersionId: string) =>
  accountStorageKey('update:1', accountKey, imageVersionId)

/** What `accountKey` left for this version, or undefined: nothing, or nothing that this portal knows. */
export function loadUpdateDraft(accountKey: string, imageVersionId: string): UpdateDraft | undefined {
  return keptAs(updateDraft, browserStorage.get(updateDraftKey(accountKey, imageVersionId)))
}

/** Keeps it until it is removed. */
export function saveUpdateDraft(accountKey: string, imageVersionId: string, draft: UpdateDraft): void {
  browserStorage.set(updateDraftKey(accountKey, imageVersionId), JSON.stringify(draft))
}

export function removeUpdateDraft(accountKey: string, imageVersionId: string): void {
  browserStorage.remove(updateDraftKey(accountKey, imageVersionId))
}

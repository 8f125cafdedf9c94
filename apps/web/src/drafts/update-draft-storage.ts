import { versionChange } from '@portal/image-version'
import { getStoredImageVersion } from '@portal/portal-api'
import * as z from 'zod/mini'
import { tabStorage } from './tab-storage.ts'

// It holds names and ids, no token or key, and belongs to one account and one version.
const prefix = 'update:1:'

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

function keyOf(accountKey: string, imageVersionId: string): string {
  return `${prefix}${accountKey}:${imageVersionId.toLowerCase()}`
}

/** What `accountKey` left for this version in this tab, or undefined: nothing, or nothing that this portal knows. */
export function loadUpdateDraft(accountKey: string, imageVersionId: string): UpdateDraft | undefined {
  const text = tabStorage.get(keyOf(accountKey, imageVersionId))
  if (text === undefined) return undefined
  try {
    return updateDraft.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Keeps it over a reload and a trip to the sign-in page. */
export function saveUpdateDraft(accountKey: string, imageVersionId: string, draft: UpdateDraft): void {
  tabStorage.set(keyOf(accountKey, imageVersionId), JSON.stringify(draft))
}

export function removeUpdateDraft(accountKey: string, imageVersionId: string): void {
  tabStorage.remove(keyOf(accountKey, imageVersionId))
}

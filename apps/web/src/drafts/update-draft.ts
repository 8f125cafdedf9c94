import { encryptionProfile } from '@portal/code'
import { getStoredImageVersion } from '@portal/portal-api'
import { askedByUpdates, versionChange } from '@portal/version-update'
import * as z from 'zod/mini'
import { tabStorage } from './browser-storage.ts'
import { storedDraft } from './stored-draft.ts'

const schema = z.object({
  /** the version that the change is based on, as Azure returned it */
  base: getStoredImageVersion.response,
  change: versionChange,
  /** how many regions are added at a time; null: all at once */
  batchSize: z.nullable(z.number()),
  /** of the deployment that creates sets for it; null if none */
  preparationId: z.nullable(z.string()),
  /** the encryption profile that was applied last: other choices are shown as such */
  profile: z.optional(encryptionProfile),
})
/** A change of a version that is not sent yet. */
export type UpdateDraft = z.infer<typeof schema>

/** The change that an account is making to an image version. */
export const updateDraft = storedDraft({ kind: 'update:1', schema })

/**
 * What an account's updates of a version asked for in this tab, so that its page can compare it with what Azure
 * applied.
 */
export const askedUpdates = storedDraft({ kind: 'asked-updates:1', schema: askedByUpdates, storage: tabStorage })

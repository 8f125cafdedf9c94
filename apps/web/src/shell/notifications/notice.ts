import { operationOutcome, underWayItem } from '@portal/portal-api'
import * as z from 'zod/mini'
import { tabStorage } from '../../drafts/draft-storage.ts'
import { keptDraft } from '../../drafts/stored-draft.ts'

const notice = z.strictObject({
  /** as it was in progress last */
  item: underWayItem,
  outcome: operationOutcome,
  /** Azure's own time of the look that no longer found it in progress, ISO 8601 */
  at: z.string(),
  isRead: z.boolean(),
})

/** What finished or failed while the user was elsewhere, as they saw it. */
export type Notice = z.infer<typeof notice>

/** What was shown to an account in this tab, the latest first: until the tab is closed, or the account signs out. */
export const keptNotices = keptDraft({ kind: 'notices:1', schema: z.array(notice), storage: tabStorage })

/** Identifies a notice among those of a tab. */
export function noticeKey({ item, at }: Notice): string {
  return `${at} ${item.id}`
}

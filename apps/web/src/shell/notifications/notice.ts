import { operationOutcome, tryParseResourceId, underWayItem } from '@portal/portal-api'
import * as z from 'zod/mini'
import { tabStorage } from '../../drafts/browser-storage.ts'
import { storedDraft } from '../../drafts/stored-draft.ts'
import { galleryOf } from '../../patterns/resource/resource-names.ts'

const notice = z.strictObject({
  /** as it was in progress last */
  item: underWayItem,
  outcome: operationOutcome,
  /** Azure's own time of the look that no longer found it in progress, ISO 8601 */
  at: z.string(),
  isRead: z.boolean(),
  /** how many versions it stands for, all of the gallery of its item; one if absent */
  versions: z.optional(z.number()),
})

/** What finished or failed while the user was elsewhere, as they saw it. */
export type Notice = z.infer<typeof notice>

/** What was shown to an account in this tab, the latest first: until the tab is closed, or the account signs out. */
export const storedNotices = storedDraft({ kind: 'notices:1', schema: z.array(notice), storage: tabStorage })

/**
 * The notices, the latest first, with one more. What ends a run over many versions, such as a clean-up, is one notice
 * as long as it is unread: the versions of a gallery that were deleted, or those that were updated.
 */
export function withNotice(before: readonly Notice[], notice: Notice): Notice[] {
  const group = groupOf(notice)
  const same = group === undefined ? undefined : before.find((one) => !one.isRead && groupOf(one) === group)
  if (same === undefined) return [notice, ...before]
  return [{ ...notice, versions: (same.versions ?? 1) + 1 }, ...before.filter((one) => one !== same)]
}

function groupOf({ item: { id, kind, state }, outcome }: Notice): string | undefined {
  const version = tryParseResourceId(id)
  const end = { Deleting: 'gone', Updating: 'succeeded' }[state]
  if (kind !== 'imageVersion' || version === undefined || end !== outcome.state) return undefined
  return `${state} ${galleryOf(version).id.toLowerCase()}`
}

/** Identifies a notice among those of a tab. */
export function noticeKey({ item, at }: Notice): string {
  return `${at} ${item.id}`
}

import {
  childResourceId,
  formatResourceId,
  parentResourceId,
  parseVersionId,
  sameResourceId,
  tryParseResourceId,
} from '@portal/arm'
import * as z from 'zod/mini'

/** That an image version is not to be used anymore, as its tags say it. */
export const revocation = z.strictObject({
  /** ISO 8601; absent if the tag has another text */
  date: z.optional(z.string()),
  reason: z.string(),
  /** ID of the version to use instead */
  replacementId: z.optional(z.string()),
})
export type Revocation = z.infer<typeof revocation>

/**
 * The tags of a revoked version. The first one revokes it, and its value is the date. `replacement` is the number of a
 * version of the same definition, or an ID; `before` is JSON: what the revocation changed besides the tags.
 */
export const revocationTags = {
  date: 'image-revoked',
  reason: 'image-revoked-reason',
  replacement: 'image-revoked-replacement',
  before: 'image-revoked-before',
} as const

/** Control characters, line separators, halves of a character, and what turns the direction of the text after it. */
export const unreadable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
const allUnreadable = new RegExp(unreadable, 'gu')

const stateBefore = z.object({
  excludeFromLatest: z.boolean(),
  /** as Azure returned it; absent if the version had none */
  endOfLifeDate: z.optional(z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date))))),
})
export type StateBeforeRevocation = z.infer<typeof stateBefore>

export interface TaggedVersion {
  id: string
  tags?: Record<string, string> | undefined
}

/** What the tags of a version say about its revocation; undefined if it is not revoked. */
export function revocationOf({ id, tags = {} }: TaggedVersion): Revocation | undefined {
  const date = tagOf(tags, 'date')
  if (date === undefined) return undefined
  const instant = /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date) : Number.NaN
  const replacementId = replacementIdOf(id, tagOf(tags, 'replacement') ?? '')
  return {
    ...(!Number.isNaN(instant) && { date: new Date(instant).toISOString() }),
    // Anyone who can tag the version writes it.
    reason: (tagOf(tags, 'reason') ?? '').replaceAll(allUnreadable, ' ').trim(),
    ...(replacementId !== undefined && { replacementId }),
  }
}

/** What the version was before its revocation; undefined if no tag says it, or in another form. */
export function stateBeforeRevocation(tags: Record<string, string> = {}): StateBeforeRevocation | undefined {
  try {
    return stateBefore.safeParse(JSON.parse(tagOf(tags, 'before') ?? '')).data
  } catch {
    return undefined
  }
}

/** The tags without those of a revocation. */
export function tagsWithoutRevocation(tags: Record<string, string> = {}): Record<string, string> {
  const ours = new Set<string>(Object.values(revocationTags))
  return Object.fromEntries(Object.entries(tags).filter(([name]) => !ours.has(name.toLowerCase())))
}

/** How the tag names a replacement: by its number within the definition, because an ID can be longer than a tag. */
export function replacementTag(id: string, replacementId: string): string {
  const number = replacementId.slice(replacementId.lastIndexOf('/') + 1)
  return sameResourceId(siblingOf(id, number) ?? '', replacementId) ? number : replacementId
}

function replacementIdOf(id: string, tag: string): string | undefined {
  if (/^\d{1,10}(\.\d{1,10}){2}$/.test(tag)) return siblingOf(id, tag)
  try {
    return formatResourceId(parseVersionId(tag))
  } catch {
    return undefined
  }
}

function siblingOf(id: string, number: string): string | undefined {
  const parsed = tryParseResourceId(id)
  const definition = parsed && parentResourceId(parsed)
  return definition && formatResourceId(childResourceId(definition, 'versions', number))
}

// Azure keeps the case of a tag's name, and compares names without it.
function tagOf(tags: Record<string, string>, part: keyof typeof revocationTags): string | undefined {
  return Object.entries(tags).find(([name]) => name.toLowerCase() === revocationTags[part])?.[1]
}

/** The names of the tags that a new version carries: which campaign created it, and in place of which version. */
export const campaignTags = { campaign: 'EncryptionCampaign', predecessor: 'EncryptionCampaignPredecessor' } as const

/** Whether a tag of this name is one of them: Azure compares the names without case. */
export function isCampaignTag(name: string): boolean {
  return Object.values(campaignTags).some((tag) => tag.toLowerCase() === name.toLowerCase())
}

/** The value of one of these tags; undefined if there is none. */
export function campaignTagOf(
  tags: Readonly<Record<string, string>>,
  tag: keyof typeof campaignTags,
): string | undefined {
  const name = campaignTags[tag].toLowerCase()
  return Object.entries(tags).find(([key]) => key.toLowerCase() === name)?.[1]
}

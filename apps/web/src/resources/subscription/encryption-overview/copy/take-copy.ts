import { copyPart, readEstateCopy, type CopyPart, type Subscription } from '@portal/portal-api'
import { call } from '../../../../api/portal-client.ts'
import type { Account } from '../../../../auth/authentication.ts'
import { startPseudonyms, type Pseudonyms } from './pseudonyms.ts'

/** What is copied. */
export interface CopyChoice {
  subscriptions: readonly Pick<Subscription, 'subscriptionId' | 'displayName'>[]
  /** of the galleries there; undefined: all */
  galleryIds: readonly string[] | undefined
  isAnonymized: boolean
}

/** How far a copy is. It goes on from there when the reading was interrupted. */
export interface CopyInProgress {
  choice: CopyChoice
  part: CopyPart | 'done'
  /** rows of the part that have been read, and how many there are */
  skip: number
  total: number
  /** of the whole: parts of Blob, so that the browser can keep them out of memory */
  pages: Blob[]
  lines: number
  bytes: number
  /** how many things of each kind could not be read */
  unread: ReadonlyMap<string, number>
  pseudonyms: Pseudonyms | undefined
}

export function beginCopy(choice: CopyChoice): CopyInProgress {
  const pseudonyms = choice.isAnonymized ? startPseudonyms() : undefined
  const nothing = { pages: [], lines: 0, bytes: 0, unread: new Map<string, number>() }
  return { choice, part: 'resourceGroups', skip: 0, total: 0, pseudonyms, ...nothing }
}

interface Taker {
  account: Account
  /** the account's directory, if it is known */
  directory: { displayName: string; defaultDomain: string } | undefined
}

/**
 * The copy after its next request: the first one writes the header, the last one the end. Throws what `call` throws;
 * the copy before it is then as good as before.
 */
export async function readNextOfCopy(copy: CopyInProgress, taker: Taker, signal: AbortSignal): Promise<CopyInProgress> {
  const { choice, part, skip } = copy
  if (part === 'done') return copy
  const subscriptionIds = choice.subscriptions.map(({ subscriptionId }) => subscriptionId)
  const galleries = choice.galleryIds && { galleryIds: [...choice.galleryIds] }
  const page = await call(readEstateCopy, { subscriptionIds, ...galleries, part, skip }, { signal })
  const begins = copy.lines === 0 ? beginningOf(choice, taker, page.now) : []
  const unread = new Map(copy.unread)
  for (const line of page.lines) {
    const what = /^\{"unread":\{"what":"(\w+)"/.exec(line)?.[1]
    if (what !== undefined) unread.set(what, (unread.get(what) ?? 0) + 1)
  }
  const isPartOver = page.rows === 0 || skip + page.rows >= page.total
  const next = isPartOver ? (copyPart.options[copyPart.options.indexOf(part) + 1] ?? 'done') : part
  const read = copy.lines + begins.length + page.lines.length
  const ends = next === 'done' ? [JSON.stringify({ end: { lines: read + 1 } })] : []
  const written = [...begins, ...page.lines].map((line) => copy.pseudonyms?.line(line) ?? line)
  const blob = new Blob([...written, ...ends].map((line) => `${line}\n`))
  return {
    ...copy,
    part: next,
    skip: isPartOver ? 0 : skip + page.rows,
    total: isPartOver ? 0 : page.total,
    pages: [...copy.pages, blob],
    lines: read + ends.length,
    bytes: copy.bytes + blob.size,
    unread,
  }
}

function beginningOf(choice: CopyChoice, { account, directory }: Taker, now: string): string[] {
  const header = {
    format: 'azure-estate-copy',
    version: 1,
    tenantId: account.tenantId,
    ...(directory && { directory }),
    takenAt: now,
    isAnonymized: choice.isAnonymized,
    subscriptions: choice.subscriptions.map(({ subscriptionId, displayName }) => ({ subscriptionId, displayName })),
    ...(choice.galleryIds && { galleryIds: choice.galleryIds }),
  }
  const person = { objectId: account.objectId, displayName: account.name, userPrincipalName: account.username }
  return [JSON.stringify(header), JSON.stringify({ person })]
}

/** How much of all parts has been read, from 0 to 1. */
export function shareOfCopy({ part, skip, total }: CopyInProgress): number {
  const before = part === 'done' ? copyPart.options.length : copyPart.options.indexOf(part)
  return (before + (total === 0 ? 0 : skip / total)) / copyPart.options.length
}

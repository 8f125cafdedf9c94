import * as z from 'zod/mini'
import { keptDraft } from '../../drafts/kept-draft.ts'
import { paths } from '../../paths.ts'

const mostRecent = 8

/** The IDs of what an account opened last, the latest first: in this browser, until the account signs out. */
const kept = keptDraft({ kind: 'recent:1', schema: z.array(z.string()) })

const pagesOfResources: readonly string[] = [
  paths.gallery,
  paths.imageDefinition,
  paths.imageVersion,
  paths.diskEncryptionSet,
  paths.virtualMachine,
]

/** The ID of the resource whose page is at an address, if it is one. */
export function resourceAt(path: string, search: string): string | undefined {
  return pagesOfResources.includes(path) ? (new URLSearchParams(search).get('id') ?? undefined) : undefined
}

/** The IDs of what an account opened last, at most eight. */
export function recentResources(accountKey: string): string[] {
  return kept(accountKey, '').load() ?? []
}

/** Remembers that an account opened a resource. */
export function rememberResource(accountKey: string, id: string): void {
  kept(accountKey, '').save([id, ...others(accountKey, id)].slice(0, mostRecent))
}

/** Forgets a resource that is gone. */
export function forgetResource(accountKey: string, id: string): void {
  kept(accountKey, '').save(others(accountKey, id))
}

function others(accountKey: string, id: string): string[] {
  return recentResources(accountKey).filter((other) => other.toLowerCase() !== id.toLowerCase())
}

import * as z from 'zod/mini'
import { paths } from '../paths.ts'
import { storedDraft } from './stored-draft.ts'

const mostRecent = 8

/** The IDs of what an account opened last, the latest first: in this browser, until the account signs out. */
const kept = storedDraft({ kind: 'recent:1', schema: z.array(z.string()) })

// The page or the wizard of a resource, and what its address calls the ID.
const queries: Partial<Record<string, string>> = {
  [paths.gallery]: 'id',
  [paths.imageDefinition]: 'id',
  [paths.imageVersion]: 'id',
  [paths.updateImageVersion]: 'id',
  [paths.createImageVersion]: 'definition',
  [paths.createVirtualMachine]: 'version',
  [paths.diskEncryptionSet]: 'id',
  [paths.virtualMachine]: 'id',
}

/** The ID of the resource whose page or wizard is at an address, if it is one. */
export function resourceAt(path: string, search: string): string | undefined {
  return new URLSearchParams(search).get(queries[path] ?? '') ?? undefined
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

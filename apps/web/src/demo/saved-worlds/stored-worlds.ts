import { savedWorld, type SavedWorld } from '@portal/portal-api'
import { createStore, delMany, entries, set } from 'idb-keyval'
import * as z from 'zod/mini'

/** A saved state of the simulated Azure, in this browser. */
export interface StoredWorld {
  name: string
  /** real time, ISO 8601 */
  savedAt: string
  world: SavedWorld
}

/** characters; twice what a sandbox may hold */
export const longestWorld = 3 * 1024 ** 2

/** characters */
export const longestWorldName = 60

const storedWorld = z.object({ name: z.string(), savedAt: z.string(), world: savedWorld })

// In IndexedDB, because a world can be larger than all of the browser's other storage.
const store = createStore('saved-worlds', 'worlds')

/** The saved worlds of this browser, the newest first. Rejects if the browser's storage is blocked. */
export async function storedWorlds(): Promise<StoredWorld[]> {
  const found = (await entries<string, unknown>(store)).map(([, value]) => z.safeParse(storedWorld, value))
  return found.flatMap(({ data }) => data ?? []).toSorted((one, other) => other.savedAt.localeCompare(one.savedAt))
}

/** Keeps a world under its name; an earlier one of that name is replaced. Rejects if it can't be kept. */
export function storeWorld(kept: StoredWorld): Promise<void> {
  return set(kept.name, kept, store)
}

/** Discards the world of that name. */
export function discardWorld(name: string): Promise<void> {
  return delMany([name], store)
}

/** Whether a text is that of a copied estate. The simulated Azure checks the rest. */
export function isCopy(text: string): boolean {
  return /^\{"format":\s?"azure-estate-copy"/.test(text)
}

/** The world in the text of a file; undefined if there is none. The simulated Azure checks the rest. */
export function worldFromText(text: string): SavedWorld | undefined {
  if (text.length > longestWorld) return undefined
  try {
    return z.safeParse(savedWorld, JSON.parse(text)).data
  } catch {
    return undefined
  }
}

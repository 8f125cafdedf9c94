import type { DefaultStorage } from '@portal/image-version'

/** The name of a storage, which a note or a loss knows as a text; one that has none stays as ARM spells it. */
export function storageName(names: Record<DefaultStorage, string>, storage: string | number): string {
  return Object.entries(names).find(([known]) => known === storage)?.[1] ?? String(storage)
}

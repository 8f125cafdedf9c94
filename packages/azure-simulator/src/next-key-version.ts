import type { Store } from './store/store.ts'

// When the next version of a key is due in a store, in ms of its clock: a hint so that not every request reads the keys
// of a large world. Creating, changing or restoring a key removes it.
const dueAt = new WeakMap<Store, number>()

/** undefined: not known. */
export function nextKeyVersionAt(store: Store): number | undefined {
  return dueAt.get(store)
}

/** Infinity: none of the keys has a policy that creates versions. */
export function rememberNextKeyVersion(store: Store, at: number): void {
  dueAt.set(store, at)
}

export function forgetNextKeyVersion(store: Store): void {
  dueAt.delete(store)
}

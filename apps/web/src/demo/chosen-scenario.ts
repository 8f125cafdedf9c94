import { useSyncExternalStore } from 'react'
import { tabStorage } from '../drafts/kept-storage.ts'

const storageKey = 'demo-scenario'
const listeners = new Set<() => void>()

/** Keeps the scenario of that id in the demo bar, in this tab only; undefined ends it. */
export function chooseScenario(id: string | undefined): void {
  if (id === undefined) tabStorage.remove(storageKey)
  else tabStorage.set(storageKey, id)
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The id of the scenario that is being tried, or undefined. */
export function useChosenScenario(): string | undefined {
  return useSyncExternalStore(subscribe, () => tabStorage.get(storageKey))
}

import { useSyncExternalStore } from 'react'
import { storeChoice, storedChoice } from '../stored-choice.ts'

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const
/** What the user chose; `system` follows the operating system. */
export type ThemeChoice = (typeof themeChoices)[number]
/** What is shown. */
export type Theme = Exclude<ThemeChoice, 'system'>

const storageKey = 'theme'
const listeners = new Set<() => void>()
let choice: ThemeChoice = storedChoice(storageKey, themeChoices) ?? 'system'

/** The theme shown for a choice. `matches` answers a media query. */
export function themeOf(chosen: ThemeChoice, matches: (query: string) => boolean): Theme {
  if (chosen !== 'system') return chosen
  if (matches('(forced-colors: active)') || matches('(prefers-contrast: more)')) return 'contrast'
  return matches('(prefers-color-scheme: dark)') ? 'dark' : 'light'
}

/** Shows another theme and remembers it in this browser. */
export function switchTheme(chosen: ThemeChoice): void {
  choice = chosen
  storeChoice(storageKey, chosen)
  listeners.forEach((listener) => listener())
}

const systemQueries = ['(forced-colors: active)', '(prefers-contrast: more)', '(prefers-color-scheme: dark)', 'print']

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const queries = systemQueries.map((query) => window.matchMedia(query))
  queries.forEach((query) => query.addEventListener('change', listener))
  return () => {
    listeners.delete(listener)
    queries.forEach((query) => query.removeEventListener('change', listener))
  }
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice)
}

/** The theme shown now: the user's choice, or the system's while they chose none. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => themeOf(choice, (query) => window.matchMedia(query).matches))
}

/** Whether the page is being printed. Paper is white in every theme. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia('print').matches)
}

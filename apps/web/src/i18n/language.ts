import { useSyncExternalStore } from 'react'
import { storeChoice } from '../stored-choice.ts'
import { en, type Texts } from './shared-texts.en.ts'
import { languageStorageKey, startingLanguage, type Language } from './starting-language.ts'

export { languages, type Language } from './starting-language.ts'

/** Each language in its own words, for the menu. */
export const languageNames: Record<Language, string> = { en: 'English', it: 'Italiano' }

const listeners = new Set<() => void>()
let current: { language: Language; texts: Texts } = { language: 'en', texts: en }

async function load(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return en
    case 'it':
      return (await import('./shared-texts.it.ts')).it
  }
}

async function show(language: Language): Promise<void> {
  const texts = await load(language)
  current = { language, texts }
  document.documentElement.lang = language
  listeners.forEach((listener) => listener())
}

/** Shows the language chosen before, or the browser's own. Call it before the first render. */
export function startLanguage(): Promise<void> {
  return show(startingLanguage())
}

/** Shows another language and remembers it in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  await show(language)
  storeChoice(languageStorageKey, language)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The texts of the language shown. */
export function useTexts(): Texts {
  return useSyncExternalStore(subscribe, () => current.texts)
}

/** The language shown. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current.language)
}

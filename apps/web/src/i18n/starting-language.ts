import { storedChoice } from '../stored-choice.ts'

// Without any texts: the script before the first paint needs it, too.

export const languages = ['en', 'it'] as const
export type Language = (typeof languages)[number]

export const languageStorageKey = 'language'

/** The first of the browser's languages that the portal speaks, or English. Takes tags such as `it-CH`. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = languages.find((known) => known === tag.toLowerCase().split('-')[0])
    if (language) return language
  }
  return 'en'
}

/** The language chosen before, or the browser's own. */
export function startingLanguage(): Language {
  return storedChoice(languageStorageKey, languages) ?? preferredLanguage(navigator.languages)
}

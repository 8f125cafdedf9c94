import { useLanguage, type Language } from './language.ts'

/**
 * A hook that gives the texts of a part of the portal in the language shown. Both languages come with that part's code.
 */
export function catalogue<T>(texts: Record<Language, T>): () => T {
  return function useCatalogue() {
    return texts[useLanguage()]
  }
}

import { browseEn, type BrowseTexts } from './browse.en.ts'
import { browseIt } from './browse.it.ts'
import { useLanguage, type Language } from './language.ts'

// Both languages, since they come with the code of the lists only.
const texts: Record<Language, BrowseTexts> = { en: browseEn, it: browseIt }

/** The texts of the lists of resources in the language shown. */
export function useBrowseTexts(): BrowseTexts {
  return texts[useLanguage()]
}

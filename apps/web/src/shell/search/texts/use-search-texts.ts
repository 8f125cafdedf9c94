import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { searchEn, type SearchTexts } from './search.en.ts'
import { searchIt } from './search.it.ts'

export const searchTexts: Record<Language, SearchTexts> = { en: searchEn, it: searchIt }

/** The texts of the search, in the language shown. */
export const useSearchTexts = catalogue(searchTexts)

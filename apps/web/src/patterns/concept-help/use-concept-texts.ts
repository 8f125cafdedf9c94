import { catalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/language.ts'
import { conceptsEn, type ConceptTexts } from './concepts.en.ts'
import { conceptsIt } from './concepts.it.ts'

export const conceptTexts: Record<Language, ConceptTexts> = { en: conceptsEn, it: conceptsIt }

/** What the terms of the portal mean, in the language shown. */
export const useConceptTexts = catalogue(conceptTexts)

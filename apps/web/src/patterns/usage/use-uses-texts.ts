import { catalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/language.ts'
import { usesEn, type UsesTexts } from './uses.en.ts'
import { usesIt } from './uses.it.ts'

export const usesTexts: Record<Language, UsesTexts> = { en: usesEn, it: usesIt }

/** The texts about what was created from a version, in the language shown. */
export const useUsesTexts = catalogue(usesTexts)

import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { keyImpactEn, type KeyImpactTexts } from './key-impact.en.ts'
import { keyImpactIt } from './key-impact.it.ts'

export const keyImpactTexts: Record<Language, KeyImpactTexts> = { en: keyImpactEn, it: keyImpactIt }

/** The texts of key impact, in the language shown. */
export const useKeyImpactTexts = catalogue(keyImpactTexts)

import { catalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/language.ts'
import { underWayEn, type UnderWayTexts } from './under-way.en.ts'
import { underWayIt } from './under-way.it.ts'

export const underWayTexts: Record<Language, UnderWayTexts> = { en: underWayEn, it: underWayIt }

/** The texts of what is under way, in the language shown. */
export const useUnderWayTexts = catalogue(underWayTexts)

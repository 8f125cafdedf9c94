import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { estateEn, type EstateTexts } from './estate.en.ts'
import { estateIt } from './estate.it.ts'

export const estateTexts: Record<Language, EstateTexts> = { en: estateEn, it: estateIt }

/** The texts of the frame of the estate, in the language shown. */
export const useEstateTexts = catalogue(estateTexts)

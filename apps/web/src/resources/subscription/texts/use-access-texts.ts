import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { accessEn, type AccessTexts } from './access.en.ts'
import { accessIt } from './access.it.ts'

export const accessTexts: Record<Language, AccessTexts> = { en: accessEn, it: accessIt }

/** The texts of Check my access in the language shown. */
export const useAccessTexts = catalogue(accessTexts)

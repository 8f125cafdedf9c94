import { catalogue } from '../catalogue.ts'
import type { Language } from '../language.ts'
import { accessEn, type AccessTexts } from './access.en.ts'
import { accessIt } from './access.it.ts'

export const accessTexts: Record<Language, AccessTexts> = { en: accessEn, it: accessIt }

/** The texts of Check my access in the language shown. */
export const useAccessTexts = catalogue(accessTexts)

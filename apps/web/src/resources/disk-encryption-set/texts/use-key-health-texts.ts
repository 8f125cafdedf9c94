import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { keyHealthEn, type KeyHealthTexts } from './key-health.en.ts'
import { keyHealthIt } from './key-health.it.ts'

export const keyHealthTexts: Record<Language, KeyHealthTexts> = { en: keyHealthEn, it: keyHealthIt }

/** The texts of key health, in the language shown. */
export const useKeyHealthTexts = catalogue(keyHealthTexts)

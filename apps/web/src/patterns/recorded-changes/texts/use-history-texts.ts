import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { historyEn, type HistoryTexts } from './history.en.ts'
import { historyIt } from './history.it.ts'

export const historyTexts: Record<Language, HistoryTexts> = { en: historyEn, it: historyIt }

/** The texts of the changes that Azure recorded, in the language shown. */
export const useHistoryTexts = catalogue(historyTexts)

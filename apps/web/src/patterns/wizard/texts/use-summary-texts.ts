import { catalogue } from '../../../i18n/catalogue.ts'
import { summaryEn } from './summary.en.ts'
import { summaryIt } from './summary.it.ts'

export const summaryTexts = { en: summaryEn, it: summaryIt }

/** The texts of a wizard's summary in the language shown. */
export const useSummaryTexts = catalogue(summaryTexts)

import { catalogue } from '../../../i18n/catalogue.ts'
import { latestEn, type LatestTexts } from './latest.en.ts'
import { latestIt } from './latest.it.ts'

/** The texts of what a definition's latest gives, and of its change, in the language shown. */
export const useLatestTexts = catalogue<LatestTexts>({ en: latestEn, it: latestIt })

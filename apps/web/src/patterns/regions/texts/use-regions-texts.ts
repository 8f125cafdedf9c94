import { catalogue } from '../../../i18n/catalogue.ts'
import { regionsEn, type RegionsTexts } from './regions.en.ts'
import { regionsIt } from './regions.it.ts'

/** The texts of the picker of regions, in the language shown. */
export const useRegionsTexts = catalogue<RegionsTexts>({ en: regionsEn, it: regionsIt })

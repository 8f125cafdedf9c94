import { catalogue } from '../../../i18n/catalogue.ts'
import { preparationEn, type PreparationTexts } from './preparation.en.ts'
import { preparationIt } from './preparation.it.ts'

/** The texts of making disk encryption sets in the language shown. */
export const usePreparationTexts = catalogue<PreparationTexts>({ en: preparationEn, it: preparationIt })

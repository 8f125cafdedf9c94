import { catalogue } from '../../../i18n/catalogue.ts'
import { homeEn } from './home.en.ts'
import { homeIt } from './home.it.ts'

/** The texts of Home in the language shown. */
export const useHomeTexts = catalogue({ en: homeEn, it: homeIt })

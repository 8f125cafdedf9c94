import { catalogue } from '../../../i18n/catalogue.ts'
import { browseEn, type BrowseTexts } from './browse.en.ts'
import { browseIt } from './browse.it.ts'

/** The texts of the lists of resources in the language shown. */
export const useBrowseTexts = catalogue<BrowseTexts>({ en: browseEn, it: browseIt })

import { catalogue } from '../../i18n/catalogue.ts'
import { changeEn } from './change.en.ts'
import { changeIt } from './change.it.ts'

/** The texts of the dialogs of changes, in the language shown. */
export const useChangeTexts = catalogue({ en: changeEn, it: changeIt })

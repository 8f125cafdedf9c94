import { catalogue } from '../../../i18n/catalogue.ts'
import { updateEn, type UpdateTexts } from './update.en.ts'
import { updateIt } from './update.it.ts'

/** The texts of the page that changes a version, in the language shown. */
export const useUpdateTexts = catalogue<UpdateTexts>({ en: updateEn, it: updateIt })

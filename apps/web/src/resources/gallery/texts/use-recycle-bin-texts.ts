import { catalogue } from '../../../i18n/catalogue.ts'
import { recycleBinEn, type RecycleBinTexts } from './recycle-bin.en.ts'
import { recycleBinIt } from './recycle-bin.it.ts'

/** The texts of soft delete in the language shown. */
export const useRecycleBinTexts = catalogue<RecycleBinTexts>({ en: recycleBinEn, it: recycleBinIt })

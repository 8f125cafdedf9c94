import { catalogue } from '../../i18n/catalogue.ts'
import { deletionEn, type DeletionTexts } from './deletion.en.ts'
import { deletionIt } from './deletion.it.ts'

/** The texts of deleting in the language shown. */
export const useDeletionTexts = catalogue<DeletionTexts>({ en: deletionEn, it: deletionIt })

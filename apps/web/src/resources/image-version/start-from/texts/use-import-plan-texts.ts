import type { ImportNote } from '@portal/code'
import { catalogue, codedCatalogue } from '../../../../i18n/catalogue.ts'
import { importNotesEn, importPlanEn, type ImportPlanTexts } from './import-plan.en.ts'
import { importNotesIt, importPlanIt } from './import-plan.it.ts'

/** The texts of importing a plan in the language shown. */
export const useImportPlanTexts = catalogue<ImportPlanTexts>({ en: importPlanEn, it: importPlanIt })

/** The text of a note on an imported text in the language shown. */
export const useImportNoteText = codedCatalogue<ImportNote>({ en: importNotesEn, it: importNotesIt })

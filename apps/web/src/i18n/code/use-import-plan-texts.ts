import type { ImportNote } from '@portal/image-version'
import { useMemo } from 'react'
import { catalogue } from '../catalogue.ts'
import { useLanguage, type Language } from '../language.ts'
import { importNotesEn, importPlanEn, type ImportNoteTexts, type ImportPlanTexts } from './import-plan.en.ts'
import { importNotesIt, importPlanIt } from './import-plan.it.ts'

const noteTexts: Record<Language, ImportNoteTexts> = { en: importNotesEn, it: importNotesIt }

/** The texts of importing a plan in the language shown. */
export const useImportPlanTexts = catalogue<ImportPlanTexts>({ en: importPlanEn, it: importPlanIt })

/** The text of a note on an imported text in the language shown. */
export function useImportNoteText(): (note: ImportNote) => string {
  const inLanguage = noteTexts[useLanguage()]
  return useMemo(() => {
    // Code and parameters belong together since they were made, which their type has forgotten.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return ({ code, params }: ImportNote) => inLanguage[code](params as never)
  }, [inLanguage])
}

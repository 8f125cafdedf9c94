import { useLanguage, type Language } from './language.ts'
import { updateEn, type UpdateTexts } from './update.en.ts'
import { updateIt } from './update.it.ts'

// Both languages, since they come with the code of that page only.
const texts: Record<Language, UpdateTexts> = { en: updateEn, it: updateIt }

/** The texts of the page that changes a version, in the language shown. */
export function useUpdateTexts(): UpdateTexts {
  return texts[useLanguage()]
}

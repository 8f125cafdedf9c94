import { deletionEn, type DeletionTexts } from './deletion.en.ts'
import { deletionIt } from './deletion.it.ts'
import { useLanguage, type Language } from './language.ts'

// Both languages, since they come with the code of that dialog only.
const texts: Record<Language, DeletionTexts> = { en: deletionEn, it: deletionIt }

/** The texts of deleting in the language shown. */
export function useDeletionTexts(): DeletionTexts {
  return texts[useLanguage()]
}

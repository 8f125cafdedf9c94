import { useLanguage, type Language } from './language.ts'
import { recycleBinEn, type RecycleBinTexts } from './recycle-bin.en.ts'
import { recycleBinIt } from './recycle-bin.it.ts'

// Both languages, since they come with the code of the pages that show them only.
const texts: Record<Language, RecycleBinTexts> = { en: recycleBinEn, it: recycleBinIt }

/** The texts of soft delete in the language shown. */
export function useRecycleBinTexts(): RecycleBinTexts {
  return texts[useLanguage()]
}

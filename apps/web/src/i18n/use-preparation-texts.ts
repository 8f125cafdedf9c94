import { useLanguage, type Language } from './language.ts'
import { preparationEn, type PreparationTexts } from './preparation.en.ts'
import { preparationIt } from './preparation.it.ts'

// Both languages, since they come with the code of that part only.
const texts: Record<Language, PreparationTexts> = { en: preparationEn, it: preparationIt }

/** The texts of making disk encryption sets in the language shown. */
export function usePreparationTexts(): PreparationTexts {
  return texts[useLanguage()]
}

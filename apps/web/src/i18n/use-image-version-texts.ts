import { imageVersionEn, type ImageVersionTexts } from './image-version.en.ts'
import { imageVersionIt } from './image-version.it.ts'
import { useLanguage, type Language } from './language.ts'

// Both languages, since they come with the code of that page only.
const texts: Record<Language, ImageVersionTexts> = { en: imageVersionEn, it: imageVersionIt }

/** The texts of a version's page in the language shown, besides those that the first page has. */
export function useImageVersionTexts(): ImageVersionTexts {
  return texts[useLanguage()]
}

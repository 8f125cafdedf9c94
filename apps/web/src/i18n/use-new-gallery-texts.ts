import { useLanguage, type Language } from './language.ts'
import { newGalleryEn, type NewGalleryTexts } from './new-gallery.en.ts'
import { newGalleryIt } from './new-gallery.it.ts'

// Both languages, since they come with the code of those forms only.
const texts: Record<Language, NewGalleryTexts> = { en: newGalleryEn, it: newGalleryIt }

/** The texts of making a gallery or an image definition in the language shown. */
export function useNewGalleryTexts(): NewGalleryTexts {
  return texts[useLanguage()]
}

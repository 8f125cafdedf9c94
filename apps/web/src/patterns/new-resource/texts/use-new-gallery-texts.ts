import { catalogue } from '../../../i18n/catalogue.ts'
import { newGalleryEn, type NewGalleryTexts } from './new-gallery.en.ts'
import { newGalleryIt } from './new-gallery.it.ts'

/** The texts of making a gallery or an image definition in the language shown. */
export const useNewGalleryTexts = catalogue<NewGalleryTexts>({ en: newGalleryEn, it: newGalleryIt })

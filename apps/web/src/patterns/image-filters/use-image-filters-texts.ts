import { catalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/language.ts'
import { imageFilterEn, type ImageFilterTexts } from './image-filters.en.ts'
import { imageFilterIt } from './image-filters.it.ts'

export const imageFilterTexts: Record<Language, ImageFilterTexts> = { en: imageFilterEn, it: imageFilterIt }

/** The texts of filters by gallery, region, and age, in the language shown. */
export const useImageFilterTexts = catalogue(imageFilterTexts)

import { catalogue } from '../../../i18n/catalogue.ts'
import { imageVersionEn, type ImageVersionTexts } from './image-version.en.ts'
import { imageVersionIt } from './image-version.it.ts'

/** The texts of a version's page in the language shown, besides those that the first page has. */
export const useImageVersionTexts = catalogue<ImageVersionTexts>({ en: imageVersionEn, it: imageVersionIt })

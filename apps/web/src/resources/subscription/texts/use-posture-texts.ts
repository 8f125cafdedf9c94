import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { postureEn, type PostureTexts } from './posture.en.ts'
import { postureIt } from './posture.it.ts'

export const postureTexts: Record<Language, PostureTexts> = { en: postureEn, it: postureIt }

/** The texts of posture, in the language shown. */
export const usePostureTexts = catalogue(postureTexts)

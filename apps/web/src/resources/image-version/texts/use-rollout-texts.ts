import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { rolloutEn, type RolloutTexts } from './rollout.en.ts'
import { rolloutIt } from './rollout.it.ts'

export const rolloutTexts: Record<Language, RolloutTexts> = { en: rolloutEn, it: rolloutIt }

/** The texts of adding regions in batches, in the language shown. */
export const useRolloutTexts = catalogue(rolloutTexts)

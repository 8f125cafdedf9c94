import { catalogue } from '../catalogue.ts'
import type { Language } from '../language.ts'
import { rolloutEn, type RolloutTexts } from './rollout.en.ts'
import { rolloutIt } from './rollout.it.ts'

export const rolloutTexts: Record<Language, RolloutTexts> = { en: rolloutEn, it: rolloutIt }

/** The texts of adding regions in batches, in the language shown. */
export const useRolloutTexts = catalogue(rolloutTexts)

import { catalogue } from '../../i18n/catalogue.ts'
import { savedWorldsEn, type SavedWorldTexts } from './saved-worlds.en.ts'
import { savedWorldsIt } from './saved-worlds.it.ts'

/** The texts about saved states of the simulated Azure in the language shown. */
export const useSavedWorldTexts = catalogue<SavedWorldTexts>({ en: savedWorldsEn, it: savedWorldsIt })

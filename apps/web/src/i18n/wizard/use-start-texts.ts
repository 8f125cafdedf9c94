import { catalogue } from '../catalogue.ts'
import { startEn } from './start.en.ts'
import { startIt } from './start.it.ts'

export const startTexts = { en: startEn, it: startIt }

/** The texts of what a new version begins from, in the language shown. */
export const useStartTexts = catalogue(startTexts)

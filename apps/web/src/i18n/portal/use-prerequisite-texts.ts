import { catalogue } from '../catalogue.ts'
import type { Language } from '../language.ts'
import { prerequisitesEn, type PrerequisiteTexts } from './prerequisites.en.ts'
import { prerequisitesIt } from './prerequisites.it.ts'

export const prerequisiteTexts: Record<Language, PrerequisiteTexts> = { en: prerequisitesEn, it: prerequisitesIt }

/** The texts of the page of prerequisites in the language shown. */
export const usePrerequisiteTexts = catalogue(prerequisiteTexts)

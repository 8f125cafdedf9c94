import { useLanguage, type Language } from './language.ts'
import { prerequisitesEn, type PrerequisiteTexts } from './prerequisites.en.ts'
import { prerequisitesIt } from './prerequisites.it.ts'

/** Both languages, since they come with the code of that page only. */
export const prerequisiteTexts: Record<Language, PrerequisiteTexts> = { en: prerequisitesEn, it: prerequisitesIt }

/** The texts of the page of prerequisites in the language shown. */
export function usePrerequisiteTexts(): PrerequisiteTexts {
  return prerequisiteTexts[useLanguage()]
}

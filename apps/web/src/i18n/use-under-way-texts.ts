import { useLanguage, type Language } from './language.ts'
import { underWayEn, type UnderWayTexts } from './under-way.en.ts'
import { underWayIt } from './under-way.it.ts'

/** Both languages, since they come with the code of the top bar's menus only. */
export const underWayTexts: Record<Language, UnderWayTexts> = { en: underWayEn, it: underWayIt }

/** The texts of what is under way, in the language shown. */
export function useUnderWayTexts(): UnderWayTexts {
  return underWayTexts[useLanguage()]
}

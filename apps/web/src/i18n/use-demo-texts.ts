import { demoEn, type DemoTexts } from './demo.en.ts'
import { demoIt } from './demo.it.ts'
import { useLanguage, type Language } from './language.ts'

// Both languages, since they come with the demonstration's own code only.
const texts: Record<Language, DemoTexts> = { en: demoEn, it: demoIt }

/** The texts of the demonstration in the language shown. */
export function useDemoTexts(): DemoTexts {
  return texts[useLanguage()]
}

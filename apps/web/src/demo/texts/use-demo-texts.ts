import { catalogue } from '../../i18n/catalogue.ts'
import { demoEn, type DemoTexts } from './demo.en.ts'
import { demoIt } from './demo.it.ts'

/** The texts of the demonstration in the language shown. */
export const useDemoTexts = catalogue<DemoTexts>({ en: demoEn, it: demoIt })

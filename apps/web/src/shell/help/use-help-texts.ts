import { catalogue } from '../../i18n/catalogue.ts'
import { helpEn } from './texts/help.en.ts'
import { helpIt } from './texts/help.it.ts'

export const useHelpTexts = catalogue({ en: helpEn, it: helpIt })

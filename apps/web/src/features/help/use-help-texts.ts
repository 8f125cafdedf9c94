import { catalogue } from '../../i18n/catalogue.ts'
import { helpEn } from '../../i18n/help/help.en.ts'
import { helpIt } from '../../i18n/help/help.it.ts'

export const useHelpTexts = catalogue({ en: helpEn, it: helpIt })

import type { Loss } from '@portal/code'
import { catalogue, codedCatalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { codeEn, lossesEn, type CodeTexts } from './code.en.ts'
import { codeIt, lossesIt } from './code.it.ts'

export const codeTexts: Record<Language, CodeTexts> = { en: codeEn, it: codeIt }

/** The texts of the code pane in the language shown. */
export const useCodeTexts = catalogue(codeTexts)

/** What a loss means, in the language shown. */
export const useLossText = codedCatalogue<Pick<Loss, 'code' | 'params'>>({ en: lossesEn, it: lossesIt })

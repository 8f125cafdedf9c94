import type { Loss } from '@portal/image-version'
import { catalogue } from '../catalogue.ts'
import { useLanguage, type Language } from '../language.ts'
import { codeEn, lossesEn, type CodeTexts } from './code.en.ts'
import { codeIt, lossesIt } from './code.it.ts'

export const codeTexts: Record<Language, CodeTexts> = { en: codeEn, it: codeIt }

const losses: Record<Language, typeof lossesEn> = { en: lossesEn, it: lossesIt }

/** The texts of the code pane in the language shown. */
export const useCodeTexts = catalogue(codeTexts)

/** What a loss means, in the language shown. */
export function useLossText(): (loss: Pick<Loss, 'code' | 'params'>) => string {
  const inLanguage: Record<Loss['code'], (params: never) => string> = losses[useLanguage()]
  // Code and parameters belong together since they were made, which their type has forgotten.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ({ code, params }) => inLanguage[code](params as never)
}

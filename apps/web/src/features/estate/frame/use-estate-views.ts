import { useEstateTexts } from '../../../i18n/estate/use-estate-texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { paths } from '../../../paths.ts'

/** The views of the estate in their order, each with its address. */
export const estateViews = [
  ['posture', paths.estate],
  ['keyHealth', paths.keyHealth],
  ['keyImpact', paths.keyImpact],
] as const

export type EstateView = (typeof estateViews)[number][0]

/** The names of the views, in the language shown. */
export function useEstateViews(): Record<EstateView, string> {
  const { posture } = useEstateTexts()
  const { estatePages } = useTexts().shell
  return { posture, ...estatePages }
}

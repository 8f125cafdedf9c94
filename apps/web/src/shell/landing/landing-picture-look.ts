import type { Language } from '../../i18n/starting-language.ts'

const width = 888
// Down to the last row of the matrix: Italian texts above it have a line more.
const heights: Record<Language, number> = { en: 540, it: 564 }

/** Attributes of the picture of the landing page, which give it its place before it is there. */
export function landingPictureLook(language: Language) {
  return {
    className: 'landing-picture',
    width,
    height: heights[language],
    fetchPriority: 'high',
    decoding: 'sync',
  } as const
}

import type { Language } from '../../i18n/language.ts'
import darkEn from './matrix-dark-en.webp'
import darkIt from './matrix-dark-it.webp'
import lightEn from './matrix-light-en.webp'
import lightIt from './matrix-light-it.webp'

/** The matrix of the Encryption tab, as `npm run screenshots` took it. */
export const landingPictures: Record<Language, { light: string; dark: string }> = {
  en: { light: lightEn, dark: darkEn },
  it: { light: lightIt, dark: darkIt },
}

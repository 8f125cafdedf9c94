import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { revocationEn, type RevocationTexts } from './revocation.en.ts'
import { revocationIt } from './revocation.it.ts'

const revocationTexts: Record<Language, RevocationTexts> = { en: revocationEn, it: revocationIt }

/** The texts about revoked image versions, in the language shown. */
export const useRevocationTexts = catalogue(revocationTexts)

import { catalogue } from '../i18n/catalogue.ts'
import type { Language } from '../i18n/language.ts'
import { draftsEn, type DraftsTexts } from './drafts.en.ts'
import { draftsIt } from './drafts.it.ts'

export const draftsTexts: Record<Language, DraftsTexts> = { en: draftsEn, it: draftsIt }

/** The texts of drafts in the language shown. */
export const useDraftsTexts = catalogue(draftsTexts)

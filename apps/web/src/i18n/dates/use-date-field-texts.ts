import { catalogue } from '../catalogue.ts'
import type { Language } from '../language.ts'
import { dateFieldEn, type DateFieldTexts } from './date-field.en.ts'
import { dateFieldIt } from './date-field.it.ts'

export const dateFieldTexts: Record<Language, DateFieldTexts> = { en: dateFieldEn, it: dateFieldIt }

/** The texts of a field for a date, in the language shown. */
export const useDateFieldTexts = catalogue(dateFieldTexts)

import { catalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/language.ts'
import { directoriesEn, type DirectoriesTexts } from './directories.en.ts'
import { directoriesIt } from './directories.it.ts'

export const directoriesTexts: Record<Language, DirectoriesTexts> = { en: directoriesEn, it: directoriesIt }

/** The texts of directories in the language shown. */
export const useDirectoriesTexts = catalogue(directoriesTexts)

import { catalogue } from '../catalogue.ts'
import type { Language } from '../language.ts'
import { directoriesEn, type DirectoriesTexts } from './directories.en.ts'
import { directoriesIt } from './directories.it.ts'

export const directoriesTexts: Record<Language, DirectoriesTexts> = { en: directoriesEn, it: directoriesIt }

/** The texts of directories in the language shown. */
export const useDirectoriesTexts = catalogue(directoriesTexts)

import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { diskListEn, type DiskListTexts } from './disk-list.en.ts'
import { diskListIt } from './disk-list.it.ts'

export const diskListTexts: Record<Language, DiskListTexts> = { en: diskListEn, it: diskListIt }

/** The texts of the list of disks, in the language shown. */
export const useDiskListTexts = catalogue(diskListTexts)

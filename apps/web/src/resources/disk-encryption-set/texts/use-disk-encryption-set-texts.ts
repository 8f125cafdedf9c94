import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { diskEncryptionSetEn, type DiskEncryptionSetTexts } from './disk-encryption-set.en.ts'
import { diskEncryptionSetIt } from './disk-encryption-set.it.ts'

export const diskEncryptionSetTexts: Record<Language, DiskEncryptionSetTexts> = {
  en: diskEncryptionSetEn,
  it: diskEncryptionSetIt,
}

/** The texts of a disk encryption set's page in the language shown. */
export const useDiskEncryptionSetTexts = catalogue(diskEncryptionSetTexts)

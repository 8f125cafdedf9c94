import { diskEncryptionSetEn, type DiskEncryptionSetTexts } from './disk-encryption-set.en.ts'
import { diskEncryptionSetIt } from './disk-encryption-set.it.ts'
import { useLanguage, type Language } from './language.ts'

/** Both languages, since they come with the code of the set's page only. */
export const diskEncryptionSetTexts: Record<Language, DiskEncryptionSetTexts> = {
  en: diskEncryptionSetEn,
  it: diskEncryptionSetIt,
}

/** The texts of a disk encryption set's page in the language shown. */
export function useDiskEncryptionSetTexts(): DiskEncryptionSetTexts {
  return diskEncryptionSetTexts[useLanguage()]
}

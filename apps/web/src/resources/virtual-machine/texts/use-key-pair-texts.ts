import { catalogue } from '../../../i18n/catalogue.ts'
import { keyPairEn, type KeyPairTexts } from './key-pair.en.ts'
import { keyPairIt } from './key-pair.it.ts'

/** The texts of the SSH key pair of a new virtual machine, in the language shown. */
export const useKeyPairTexts = catalogue<KeyPairTexts>({ en: keyPairEn, it: keyPairIt })

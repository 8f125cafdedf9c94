import type { ProfileFault } from '@portal/code'
import { catalogue, codedCatalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { profilesEn, type ProfileTexts } from './profiles.en.ts'
import { profilesIt } from './profiles.it.ts'

export const profileTexts: Record<Language, ProfileTexts> = { en: profilesEn, it: profilesIt }

/** The texts about encryption profiles, in the language shown. */
export const useProfileTexts = catalogue(profileTexts)

/** Why a text is not a profile, in the language shown. */
export const useProfileFault = codedCatalogue<ProfileFault>({ en: profilesEn.faults, it: profilesIt.faults })

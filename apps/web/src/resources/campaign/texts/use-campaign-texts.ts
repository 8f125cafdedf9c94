import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { campaignEn, type CampaignTexts } from './campaign.en.ts'
import { campaignIt } from './campaign.it.ts'

export const campaignTexts: Record<Language, CampaignTexts> = { en: campaignEn, it: campaignIt }

/** The texts of encrypting versions that exist, in the language shown. */
export const useCampaignTexts = catalogue(campaignTexts)

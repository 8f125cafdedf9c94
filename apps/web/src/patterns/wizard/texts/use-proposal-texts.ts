import { catalogue } from '../../../i18n/catalogue.ts'
import { proposalsEn } from './proposals.en.ts'
import { proposalsIt } from './proposals.it.ts'

export const proposalTexts = { en: proposalsEn, it: proposalsIt }

/** The texts of proposals in the language shown. */
export const useProposalTexts = catalogue(proposalTexts)

// Campaigns that create image versions again under the customer's own keys.
export {
  bestSource,
  campaignCandidate,
  type CampaignCandidate,
  type CampaignObstacle,
  changedSources,
  lunsOf,
  regionsOf,
} from './campaign-candidate.ts'
export { campaignConfirmation, type KeyOfSet } from './campaign-confirmation.ts'
export { campaignMatrix, campaignRegions } from './campaign-matrix.ts'
export { campaignProof, type ProofState, regionsNotReplaced } from './campaign-proof.ts'
export {
  type CampaignSurvey,
  campaignSurvey,
  type SurveyedDefinition,
  type SurveyedVersion,
} from './campaign-survey.ts'
export {
  type Campaign,
  campaign,
  campaignBatches,
  campaignSets,
  type CampaignSets,
  type CampaignItem,
  type CampaignSource,
  mostItems,
  setIdsOfCampaign,
  successorId,
  usedRegions,
} from './campaign.ts'
/** @public for tests */
export { askedRegions } from './campaign.ts'
export { earlierSuccessorIssues, earlierSuccessors, isLaterPatch } from './earlier-successors.ts'
export { successorNames } from './successor-names.ts'
export { type CampaignDisk, diskIdsOf, type IdentifiedCampaign, type Successor, successorOf } from './successor-plan.ts'
export { hasAskedSource } from './successor-source.ts'
export { campaignId, campaignPrefix, statementTemplate, toCampaignTemplate } from './to-campaign-template.ts'

// Changes of an existing image version: update, rollout, latest, revocation.
export { askedByUpdates, askedInAll, withUpdate } from './requested-updates.ts'
export { decodeUpdateError } from './update-issues.ts'
export { latestIssues, type LatestUpdate, latestUpdates, withLatestUpdates } from './latest/latest-change.ts'
export { latestOfRegions, type RecordOfVersions } from './latest/latest-since.ts'
export {
  isUsableIn,
  type LatestCandidate,
  latestCandidate,
  latestIn,
  regionsOfVersions,
} from './latest/latest-version.ts'
export { rebasedChange } from './rebased-change.ts'
export {
  type CleanUp,
  cleanUp,
  cleanUpFault,
  cleanUpId,
  cleanUpPrefix,
  definitionsOfVersions,
  galleryIdOf,
  isCleanUpName,
  versionsOfCleanUp,
} from './retention/clean-up.ts'
export { retentionQueries } from './retention/retention-queries.ts'
export {
  checkedRetentionRule,
  matchesPattern,
  mostCleanedUp,
  retentionFile,
  retentionFileName,
  retentionFromText,
  retentionJsonSchema,
  type RetentionRule,
  retentionSchemaPath,
  retentionText,
} from './retention/retention-rule.ts'
export {
  decisions,
  freedByRegion,
  type KeepReason,
  keepReason,
  type RetainedVersion,
  retainedVersion,
  type RetentionAction,
  retentionAction,
  type RetentionFacts,
  successorOfRevoked,
} from './retention/retention.ts'
export { type Replacement, revocationIssues, undoIssues } from './revocation/revocation-issues.ts'
export {
  changeOfRevocation,
  earliestEndOfLife,
  isAlreadySo,
  isRevocationStored,
  restoredVersion,
  revocationStep,
  revokedVersion,
  type WantedRevocation,
  wantedRevocation,
} from './revocation/revoked-version.ts'
export { diskEncryptionSetIdsInRegion, regionRepairIssues } from './update-issues.ts'
export { plannedReplicas, type ConcurrentStarts } from './rollout/replica-planner.ts'
export { planOfHomeRegion, regionsBesidesHome, stagedCreation } from './rollout/staged-creation.ts'
export { stepDeploymentName, toStepsTemplate } from './rollout/to-steps-template.ts'
export { regionRepairSteps, rolloutSteps, stepOf, type VersionStep, versionStep } from './rollout/version-step.ts'
export { isBusyState, updateIssues } from './update-issues.ts'
export { updatePolicyVerdict } from './update-policy-verdict.ts'
export { updatedVersion, type VersionBody } from './updated-version.ts'
export {
  type ChangedRegion,
  diskEncryptionSetIdsOfChange,
  isNoChange,
  noChange,
  type VersionChange,
  versionChange,
} from './version-change.ts'
export { type ChangedFact, isStoredAsSent, versionDifferences } from './version-differences.ts'
export { versionFingerprint } from './version-fingerprint.ts'

// What may be done with a version: the rules of a plan, policies, proposals, and what Azure's refusals mean.
export { check } from './check.ts'
export { matchByRegion, similarSetsByRegion } from './encryption/match-by-region.ts'
export { type DecodedError, decodedError, type RefusalCode, type RefusalParams } from './azure-errors/decoded-error.ts'
export { decodeArmError, decodeReplicationFailure, deploymentErrorMeaning } from './azure-errors/error-decoder.ts'
export { forKeyOfAnotherTenant } from './azure-errors/key-errors.ts'
export { purchasePlanPath } from './azure-errors/plan-paths.ts'
export { nextVersionName, nextVersionPlan } from './next-version-plan.ts'
export { policyVerdictSoFar } from './policy/policy-verdict-so-far.ts'
export {
  type PolicyAssignment,
  policyAssignment,
  type PolicyFinding,
  policyVerdict,
  type PolicyVerdict,
  policyVerdictOnDisks,
  verdictOf,
} from './policy/policy-verdict.ts'
export { type Clone, clonePlan } from './proposals/clone-plan.ts'
export {
  type ControllerChange,
  controllerChange,
  type ControllerChangeIssueCode,
  controllerChangeIssues,
  controllerChangeRequest,
  storedDefinition,
  type StoredDefinition,
  withControllers,
} from './proposals/controller-change.ts'
export { type DefinitionProposal, proposalOfDefinition, proposalOfSource } from './proposals/definition-proposal.ts'
export { proposedRegions } from './proposals/earlier-regions.ts'
export { leftOwnKeys } from './proposals/left-own-keys.ts'
export { onlyFittingSets, proposedSets } from './proposals/proposed-sets.ts'
export { confidentialDiskEncryptionSetIssues, confidentialRegionIssues } from './rules/confidential-vm.ts'
export { diskEncryptionSetIssues, readinessIssues } from './rules/disk-encryption-set.ts'
export { cellPath, encryptionCellIssues, encryptionLunIssues } from './rules/encryption-matrix.ts'
export { customerKeyObstacle } from './rules/encryption-support.ts'
export { endOfLifeDateIssues } from './rules/end-of-life-date.ts'
export { replicaCountIssues, replicaTotalIssues } from './rules/replica-count.ts'
export { shallowReplicationIssues } from './rules/shallow-replication.ts'
export { storageAccountTypeIssues } from './rules/storage-account-type.ts'
export { tagIssues } from './rules/tags.ts'
export { targetRegionIssues } from './rules/target-regions.ts'

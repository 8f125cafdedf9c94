// Disk encryption sets and their keys: key health, what depends on a key, and how new sets are prepared.
export { alertPolicies, alertPolicyName, policyOf } from './alerts/alert-plan.ts'
export type { AlertPlan, AlertPolicies, AlertPolicyName, PolicyEffect } from './alerts/alert-plan.ts'
export { isFromDefinition, type NonCompliance, nonCompliantToday } from './alerts/non-compliant-today.ts'
export { toAlertTemplate } from './alerts/to-alert-template.ts'
export { policyResources, toPolicyTemplate } from './alerts/to-policy-template.ts'
export {
  confidentialSetType,
  type DiskEncryptionSet,
  diskEncryptionSet,
  diskEncryptionSetApiVersion,
  type DiskEncryptionSetType,
  encryptionType,
  type EncryptionType,
} from './disk-encryption-set.ts'
export {
  diskEncryptionSetById,
  type DiskEncryptionSetRequirement,
  eligibleDiskEncryptionSets,
  type Ineligibility,
  ineligibilityOf,
  isInAnotherSubscription,
} from './set-eligibility.ts'
export { type Cause, causesOf } from './key-health/cause.ts'
export {
  type DiskEncryptionSetFacts,
  diskEncryptionSetFacts,
  type KeyAccess,
  type KeyFacts,
  type KeyRotationPolicy,
  type KeyVaultFacts,
} from './key-health/disk-encryption-set-facts.ts'
export {
  type Finding,
  type NoteCode,
  type NoteParams,
  type ReadinessState,
  setIssueParams,
} from './key-health/finding.ts'
export { type CalendarEvent, type CalendarGap, type CalendarKey, keyCalendar } from './key-health/key-calendar.ts'
export { findingsOf, type Readiness, readinessOf } from './key-health/key-health.ts'
export { keyRoles, keyVaultCryptoServiceEncryptionUser } from './key-health/key-role-ids.ts'
export { keyRotationOf } from './key-health/key-rotation-findings.ts'
export {
  days,
  notifyBefore,
  proposedRotation,
  type RotationDays,
  rotationPolicyOf,
} from './key-health/proposed-rotation-policy.ts'
export { type VaultRepairRequest, vaultRepairRequests } from './key-health/vault-repair-request.ts'
export { type Repair, repair, type VaultRepair, vaultRepair } from './key-health/repair.ts'
export { type FactsSoFar, surveyedFindings } from './key-health/surveyed-findings.ts'
export { withFacts } from './key-health/key-health.ts'
export { withRegionNames } from './key-health/region-names.ts'
export { forecastKeyImpact, type KeyImpactForecast } from './key-impact/forecast.ts'
export {
  type ImpactCode,
  type ImpactKind,
  type ImpactLine,
  type ImpactList,
  impactLists,
  impactPages,
} from './key-impact/impact.ts'
export { type KeyImpactFacts, keyImpactFacts } from './key-impact/key-impact-facts.ts'
export { keyOfUrl, vaultHostOf, type ImpactEvent } from './key-impact/impact-event.ts'
export { type KeyChange, keyChange, type KeyChangeIssueCode, keyChangeIssues } from './keys/key-change.ts'
export { keyUrlParts } from './keys/key-url.ts'
export { nameWithoutRegion } from './name-pattern.ts'
export { accessRequestCommand, actionsOf, roleWrite } from './preparation/access-request.ts'
export {
  type PreparationIssue,
  type PreparationIssueCode,
  preparationIssues,
} from './preparation/preparation-issues.ts'
export {
  deploymentProgress,
  partOfResource,
  type PartProgress,
  type PartState,
  type PreparationDeployment,
  preparationDeployment,
  preparationProgress,
  type PreparationProgress,
} from './preparation/preparation-progress.ts'
export {
  type CrossTenantKey,
  newKeyRotation,
  permissionModel,
  type PermissionModel,
  type Preparation,
  preparation,
  type PreparedPart,
  preparedParts,
  type PreparedRegion,
} from './preparation/preparation.ts'
export { type Naming, proposedNamePattern, proposedPreparation } from './preparation/proposed-preparation.ts'
export { toDeploymentTemplate } from './preparation/to-deployment-template.ts'
export { isStagingRegion, type Region, region, regionByName, regionDisplayName } from './regions.ts'

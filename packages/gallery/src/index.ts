// Galleries, image definitions, and the deleted versions that a gallery keeps.
export {
  type AccessNeed,
  accessNeed,
  accessNeeded,
  accessNeededByPipeline,
  type AccessPurpose,
  accessPurpose,
  accessPurposesOf,
  accessRoles,
  type PlanResources,
  planResources,
  type TeamPurpose,
} from './access.ts'
export { type DeletedVersion, deletedVersion, type DeletedVersionStage, stageOfDeleted } from './deleted-version.ts'
export {
  type DeletionFacts,
  deletionFacts,
  type DeletionGuard,
  deletionGuards,
  isDeletionBlocked,
  isSoftDeleted,
  restorableUntil,
} from './deletion-guards.ts'
export { type GalleryIssueCode, galleryIssues, type NewGallery, newGallery } from './gallery-issues.ts'
export {
  architecture,
  capabilities,
  diskControllersOf,
  type DiskControllerTypes,
  diskControllerTypes,
  type Gallery,
  gallery,
  hyperVGeneration,
  type ImageDefinition,
  imageDefinition,
  osState,
  osType,
  type PurchasePlan,
  purchasePlan,
  purchasePlanLabel,
  securityType,
  type SecurityType,
} from './gallery.ts'
export {
  type ImageDefinitionIssueCode,
  imageDefinitionIssues,
  type NewImageDefinition,
  newImageDefinition,
} from './image-definition-issues.ts'
export {
  type AppliedLock,
  appliedLock,
  lockApiVersion,
  lockLevel,
  type LockLevel,
  locksAgainst,
  locksOn,
  longestLockNotes,
  portalLockName,
  type ResourceLock,
  resourceLock,
} from './resource-lock.ts'
export {
  hasSoftDelete,
  type SoftDeleteIssue,
  type SoftDeleteIssueCode,
  softDeleteIssues,
  type SoftDeletePolicy,
  softDeletePolicy,
  type WantedSoftDeletePolicy,
  wantedSoftDeletePolicy,
} from './soft-delete-policy.ts'
export {
  eventSubscriptionName,
  eventSubscriptionType,
  sampleVersionEvent,
  subjectOf,
  toVersionEventsTemplate,
  type VersionEvents,
  versionEvents,
  type VersionEventsIssueCode,
  versionEventsIssues,
} from './version-events.ts'
export { compareVersionNames, latestVersionName, proposedVersionNames } from './version-numbers.ts'

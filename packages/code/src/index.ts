// What the portal writes as text, and reads back: exporters, importers, files and links, proofs, quoting.
export { accessExporters, type AccessGrant, isAccessLanguage } from './exporters/access-exporters.ts'
export { alertDeployments } from './exporters/alerts/alert-deployments.ts'
export { latestVersionCommand, versionEventsDeployment } from './exporters/version-events.ts'
export {
  acceptTermsCommand,
  keyPolicyCommand,
  lockCommand,
  rotationPolicyCommand,
} from './exporters/azure-cli-commands.ts'
export { deploymentExporters } from './exporters/deployment/deployment-exporters.ts'
export { deploymentOfCampaignBatch } from './exporters/deployment/deployment-exporters.ts'
export { deploymentOfSets } from './exporters/deployment/deployment-of-sets.ts'
export { deploymentOfMachine } from './exporters/deployment/deployment-of-machine.ts'
export type { Deployment } from './exporters/deployment/deployment.ts'
export type { ExportedCode } from './exporters/exported-code.ts'
export { type CodeLanguage, exporters, languagesOf } from './exporters/exporters.ts'
export type { Loss, LossCode, LossParams } from './exporters/loss.ts'
export { cleanUpPipelineExporters, pipelineExporters } from './exporters/pipeline/pipeline-exporters.ts'
export { pipelineCredential, pipelineIdentityId, resourcesOfPlan } from './exporters/pipeline/pipeline-set-up.ts'
export type { PipelineLanguage } from './exporters/pipeline/pipeline-workflows.ts'
export { crossTenantAccessExporters, otherTenantCommands } from './exporters/preparation/cross-tenant-access.ts'
export { isPreparationLanguage, preparationExporters } from './exporters/preparation/preparation-exporters.ts'
export { type AppliedRule, retentionExporters } from './exporters/retention/retention-exporters.ts'
export { placeholderPattern } from './exporters/shown/placeholder.ts'
export { updateExporters, type VersionUpdate } from './exporters/update/update-exporters.ts'
export type { ImportNote, ImportNoteCode, ImportNoteParams } from './importers/import-note.ts'
export {
  type ImportLanguage,
  importPlan,
  type ImportResult,
  isTerraform,
  longestImport,
} from './importers/importers.ts'
export { linkFragment, LinkTooLong, textOfFragment } from './plan-files/link-fragment.ts'
export { planFileJsonSchema, planFileName, planFileSchemaPath, planFileText } from './plan-files/plan-file.ts'
export { planFragment, planFromFragment } from './plan-files/plan-link.ts'
export {
  type AppliedProfile,
  applyProfile,
  type LeftOutReason,
  type PlanProfileCell,
  planProfileTarget,
  type ProfileCell,
  type ProfileTarget,
} from './profiles/apply-profile.ts'
export {
  encryptionProfile,
  type EncryptionProfile,
  longestProfile,
  profiledSet,
  type ProfileFault,
  profileFileName,
  profileFragment,
  profileFromLink,
  profileFromText,
  profileJsonSchema,
  profileSchemaPath,
  profileText,
  type ReadProfile,
} from './profiles/encryption-profile.ts'
export { machineProfileTarget } from './profiles/machine-profile-target.ts'
export { planOfProfile, profileRegionsOfPlan, profileRegionsOfVersion } from './profiles/profile-of.ts'
export {
  checkedProof,
  type CheckedRow,
  encryptionProof,
  type EncryptionProof,
  encryptionProofFileName,
  encryptionProofFromText,
  encryptionProofJsonSchema,
  encryptionProofSchemaPath,
  longestEncryptionProof,
  proofOfEncryption,
  type ProofFact,
  type ProofFault,
  type ProvenDisk,
  withRequest,
} from './proofs/encryption-proof.ts'
export { csvField } from './quoting/csv.ts'
export { RefusedCharacter } from '@portal/arm'

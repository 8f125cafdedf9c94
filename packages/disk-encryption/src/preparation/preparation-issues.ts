import { guidPattern, resourceType, tryParseResourceId, type AzureCloud } from '@portal/arm'
import type { WithDiskEncryptionSets } from '../disk-encryption-set.ts'
import { diskEncryptionSetQuota } from '../key-health/disk-encryption-set-quota.ts'
import { isRotationAccepted } from '../key-health/proposed-rotation-policy.ts'
import { keyUrlIssue } from '../keys/key-change.ts'
import {
  newKeyRotation,
  preparedParts,
  type CrossTenantKey,
  type Preparation,
  type PreparedRegion,
} from './preparation.ts'
import { namesInGroup } from './proposed-preparation.ts'

/** What can be wrong with a preparation. The portal has a text for each, in each language. */
export type PreparationIssueCode =
  | 'DiskEncryptionSetLimitReached'
  | 'DiskEncryptionSetNameInvalid'
  | 'DiskEncryptionSetNameTaken'
  | 'DiskEncryptionSetNameTwice'
  | 'IdentityNameInvalid'
  | 'KeyVaultNameInvalid'
  | 'KeyVaultNameTaken'
  | 'KeyNameInvalid'
  | 'KeyRotationInvalid'
  | 'AttestationProviderMissing'
  | 'OrchestratorInvalid'
  | 'FederatedClientIdInvalid'
  | 'UserAssignedIdentityInvalid'
  | 'KeyUrlInvalid'
  | 'KeyUrlOfAnotherCloud'
  | 'KeyVersionRequired'

/** `region` is the index of its region; undefined if it concerns all. */
export interface PreparationIssue {
  region?: number
  field:
    | 'diskEncryptionSetName'
    | 'identityName'
    | 'vault'
    | 'key'
    | 'keyRotation'
    | 'orchestratorObjectId'
    | keyof CrossTenantKey
  code: PreparationIssueCode
}

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
const setName = /^[A-Za-z0-9_-]{1,80}$/
const identityName = /^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$/
const vaultName = /^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$/
const keyName = /^[A-Za-z0-9-]{1,127}$/
const identityType = 'microsoft.managedidentity/userassignedidentities'

/** What else is known when a preparation is checked. */
interface Known {
  /** those in use in Azure */
  takenVaultNames?: readonly string[]
  /** for the domain of a key URL */
  cloud?: AzureCloud
}

/** What Azure would refuse, as far as it can be known beforehand. */
export function preparationIssues(
  preparation: Preparation,
  inventory: WithDiskEncryptionSets,
  { takenVaultNames = [], cloud }: Known = {},
): PreparationIssue[] {
  const taken = namesInGroup(preparation, inventory)
  const counts = Map.groupBy(preparation.regions, ({ diskEncryptionSetName: name }) => name.toLowerCase())
  const confidential = preparation.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
  const issues = preparation.regions.flatMap((region, index): PreparationIssue[] => {
    const { diskEncryptionSetName: name, vault, key, attestationUri, crossTenantKey } = region
    const isOwn = crossTenantKey === undefined
    const quota = diskEncryptionSetQuota(region.location, inventory)
    const found: (PreparationIssue | false)[] = [
      ...formIssues(region).map((issue) => ({ ...issue, region: index })),
      quota.count >= quota.max && at(index, 'diskEncryptionSetName', 'DiskEncryptionSetLimitReached'),
      taken.has(name.toLowerCase()) && at(index, 'diskEncryptionSetName', 'DiskEncryptionSetNameTaken'),
      (counts.get(name.toLowerCase())?.length ?? 0) > 1 &&
        at(index, 'diskEncryptionSetName', 'DiskEncryptionSetNameTwice'),
      isOwn && vault.isNew && takenVaultNames.includes(vault.name) && at(index, 'vault', 'KeyVaultNameTaken'),
      isOwn && confidential && key.isNew && attestationUri === '' && at(index, 'key', 'AttestationProviderMissing'),
    ]
    const elsewhere = crossTenantKey === undefined ? [] : crossTenantIssues(crossTenantKey, cloud)
    return [...found.filter((issue) => issue !== false), ...elsewhere.map((issue) => ({ ...issue, region: index }))]
  })
  const needsOrchestrator = confidential && !guidPattern.test(preparation.orchestratorObjectId)
  return [...issues, ...rotationIssues(preparation), ...(needsOrchestrator ? [orchestratorIssue] : [])]
}

// https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
function rotationIssues(preparation: Preparation): PreparationIssue[] {
  const rotation = newKeyRotation(preparation)
  const isAsked = rotation !== undefined && preparation.regions.some((region) => preparedParts(region).includes('key'))
  return isAsked && !isRotationAccepted(rotation) ? [{ field: 'keyRotation', code: 'KeyRotationInvalid' }] : []
}

const orchestratorIssue: PreparationIssue = { field: 'orchestratorObjectId', code: 'OrchestratorInvalid' }

function crossTenantIssues(
  { keyUrl, federatedClientId, userAssignedIdentityId }: CrossTenantKey,
  cloud: AzureCloud | undefined,
): PreparationIssue[] {
  const identity = tryParseResourceId(userAssignedIdentityId)
  const keyCode = keyUrlIssue(keyUrl, cloud)?.code
  return [
    ...(guidPattern.test(federatedClientId)
      ? []
      : [{ field: 'federatedClientId', code: 'FederatedClientIdInvalid' } as const]),
    ...(identity !== undefined && resourceType(identity).toLowerCase() === identityType
      ? []
      : [{ field: 'userAssignedIdentityId', code: 'UserAssignedIdentityInvalid' } as const]),
    ...(keyCode === undefined
      ? []
      : [{ field: 'keyUrl', code: keyCode === 'KeyUrlRequired' ? 'KeyUrlInvalid' : keyCode } as const]),
  ]
}

function formIssues({
  diskEncryptionSetName,
  identityName: identity,
  vault,
  key,
  crossTenantKey,
}: PreparedRegion): PreparationIssue[] {
  const rules: [boolean, PreparationIssue['field'], PreparationIssueCode][] = [
    [setName.test(diskEncryptionSetName), 'diskEncryptionSetName', 'DiskEncryptionSetNameInvalid'],
  ]
  const own: typeof rules = [
    [identityName.test(identity), 'identityName', 'IdentityNameInvalid'],
    [vaultName.test(vault.name), 'vault', 'KeyVaultNameInvalid'],
    [keyName.test(key.name), 'key', 'KeyNameInvalid'],
  ]
  return [...rules, ...(crossTenantKey === undefined ? own : [])]
    .filter(([isGood]) => !isGood)
    .map(([, field, code]) => ({ field, code }))
}

function at(region: number, field: PreparationIssue['field'], code: PreparationIssueCode): PreparationIssue {
  return { region, field, code }
}

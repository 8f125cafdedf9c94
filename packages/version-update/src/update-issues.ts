import { regionName, resourceNameOf, sameRegion, tryParseResourceId, type ArmErrorDetail } from '@portal/arm'
import { diskEncryptionSetById, isInAnotherSubscription, regionDisplayName } from '@portal/disk-encryption'
import {
  diskEncryptionSetIdsOf,
  diskEncryptionSetOf,
  errorAt,
  fromArm,
  isBlocking,
  planSubscriptionId,
  warningAt,
  type DiskKey,
  type Inventory,
  type Issue,
  type StoredVersion,
  type TargetRegion,
} from '@portal/image-version'
import {
  cellPath,
  confidentialDiskEncryptionSetIssues,
  confidentialRegionIssues,
  encryptionCellIssues,
  encryptionLunIssues,
  endOfLifeDateIssues,
  replicaCountIssues,
  replicaTotalIssues,
  shallowReplicationIssues,
  storageAccountTypeIssues,
  targetRegionIssues,
  decodeArmError,
  readinessIssues,
  type DecodedError,
} from '@portal/version-rules'
import { changedPlan, type ChangedPlan } from './changed-plan.ts'
import { updatedVersion } from './updated-version.ts'
import type { VersionChange } from './version-change.ts'
import { versionDifferences } from './version-differences.ts'

type Rule = (stored: StoredVersion, change: VersionChange, inventory: Inventory) => Issue[]

const rules: readonly Rule[] = [
  removedRegionIssues,
  changedRegionIssues,
  changedPlanIssues,
  addedEncryptionIssues,
  storedSetIssues,
]

/**
 * Everything wrong with a change of the version that ARM returned. Paths lead into the change: `['addedRegions', 0,
 * 'encryption', 'osDiskImage']`; empty for the change as a whole. Without a blocking issue, it can be sent.
 */
export function updateIssues(stored: StoredVersion, change: VersionChange, inventory: Inventory): Issue[] {
  const state = stored.properties.provisioningState ?? ''
  if (isBusyState(state)) return [errorAt([], 'VersionBusy', { state })]
  const issues = rules.flatMap((rule) => rule(stored, change, inventory))
  const changes = versionDifferences(stored, updatedVersion(stored, change))
  return issues.some(isBlocking) || changes.length > 0 ? issues : [...issues, errorAt([], 'NothingToChange', {})]
}

/**
 * Whether a version in that state has an operation in progress and accepts no change; an unknown state counts as one.
 */
export function isBusyState(provisioningState: string): boolean {
  return !['Succeeded', 'Failed', ''].includes(provisioningState)
}

// The version's source region stays. If the version does not allow the deletion of replicated locations, Azure
// documents the flag and not its response: a warning.
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
function removedRegionIssues(stored: StoredVersion, change: VersionChange, inventory: Inventory): Issue[] {
  const names = change.removedRegions.map(regionName)
  const isAllowed =
    change.allowDeletionOfReplicatedLocations ??
    stored.properties.safetyProfile?.allowDeletionOfReplicatedLocations ??
    false
  return names.flatMap((name, index) => {
    const path = ['removedRegions', index]
    const region = regionDisplayName(inventory, name)
    if (!hasRegion(stored, name)) return [errorAt(path, 'RegionNotInVersion', { region })]
    const others = [...change.changedRegions, ...change.addedRegions]
    if (names.indexOf(name) < index || others.some((other) => sameRegion(other.name, name)))
      return [errorAt(path, 'RegionNamedTwice', { region })]
    if (sameRegion(stored.location, name)) return [errorAt(path, 'HomeRegionNotRemovable', { region })]
    return isAllowed ? [] : [warningAt(path, 'RemovalOfRegionsNotAllowed', { region })]
  })
}

function changedRegionIssues(stored: StoredVersion, change: VersionChange, inventory: Inventory): Issue[] {
  const names = change.changedRegions.map(({ name }) => regionName(name))
  return names.flatMap((name, index) => {
    const path = ['changedRegions', index, 'name']
    const region = regionDisplayName(inventory, name)
    if (!hasRegion(stored, name)) return [errorAt(path, 'RegionNotInVersion', { region })]
    return names.indexOf(name) < index ? [errorAt(path, 'RegionNamedTwice', { region })] : []
  })
}

const planRules = [
  replicaCountIssues,
  replicaTotalIssues,
  targetRegionIssues,
  storageAccountTypeIssues,
  shallowReplicationIssues,
  confidentialRegionIssues,
  confidentialDiskEncryptionSetIssues,
  encryptionLunIssues,
  endOfLifeDateIssues,
]

// The rules of a new version apply to what the change adds and changes.
function changedPlanIssues(stored: StoredVersion, change: VersionChange, inventory: Inventory): Issue[] {
  const changed = changedPlan(stored, change, inventory)
  return inChange(
    changed,
    planRules.flatMap((rule) => rule(changed.plan, inventory)),
  )
}

// Each disk that is encrypted with a set in some region needs one in a new region too; no other disk can have one.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
function addedEncryptionIssues(stored: StoredVersion, change: VersionChange, inventory: Inventory): Issue[] {
  const changed = changedPlan(stored, change, inventory)
  const encrypted = disksWithSets(fromArm(stored).targetRegions)
  const judged = inChange(changed, encryptionCellIssues(changed.plan, encrypted, inventory))
  const others = change.addedRegions.flatMap((added, index) => {
    const region = regionDisplayName(inventory, added.name)
    return disksWithSets([added]).flatMap((disk) => {
      const [, ...place] = cellPath(index, disk)
      return encrypted.includes(disk)
        ? []
        : [errorAt(['addedRegions', ...place], 'DiskWithPlatformKey', { disk, region })]
    })
  })
  return [...judged, ...others]
}

// If a version's set was deleted, Azure does not find it, and refuses updates.
// https://github.com/Azure/azure-rest-api-specs/pull/8364
function storedSetIssues(stored: StoredVersion, change: VersionChange, inventory: Inventory): Issue[] {
  if (inventory.mayReadDiskEncryptionSets === false) return []
  const { plan } = changedPlan(stored, { ...change, addedRegions: [] }, inventory)
  const subscriptionId = planSubscriptionId(plan)
  return plan.targetRegions.flatMap((targetRegion) =>
    diskEncryptionSetIdsOf({ ...plan, targetRegions: [targetRegion] }).flatMap((id) => {
      const parsed = tryParseResourceId(id)
      if (parsed === undefined || isInAnotherSubscription(id, subscriptionId)) return []
      if (diskEncryptionSetById(inventory, id) !== undefined) return []
      const params = { name: resourceNameOf(parsed), region: regionDisplayName(inventory, targetRegion.name) }
      return [warningAt([], 'StoredSetNotFound', params)]
    }),
  )
}

/** The issues of the change's own content. */
function inChange({ pathInChange }: ChangedPlan, issues: Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    const path = pathInChange(issue.path)
    return path === undefined ? [] : [{ ...issue, path }]
  })
}

function hasRegion({ properties }: StoredVersion, region: string): boolean {
  return properties.publishingProfile.targetRegions.some(({ name }) => sameRegion(name, region))
}

function disksWithSets(regions: readonly TargetRegion[]): DiskKey[] {
  const disks = regions.flatMap((region): DiskKey[] => [
    'os',
    ...region.encryption.dataDiskImages.map(({ lun }) => lun),
  ])
  return [...new Set(disks)].filter((disk) => regions.some((region) => diskEncryptionSetOf(region, disk) !== ''))
}

/** The meaning of ARM's error about a change; paths lead into the change, and are empty for unchanged parts. */
export function decodeUpdateError(
  error: ArmErrorDetail,
  { stored, change, inventory }: { stored: StoredVersion; change: VersionChange; inventory: Inventory },
): DecodedError[] {
  const { plan, pathInChange } = changedPlan(stored, change, inventory)
  const decoded = decodeArmError(error, { plan, diskEncryptionSets: inventory.diskEncryptionSets })
  return decoded.map((meaning) => ({ ...meaning, path: pathInChange(meaning.path) ?? [] }))
}

/** The sets with which the repair of a region adds it again. */
export function diskEncryptionSetIdsInRegion(stored: StoredVersion, region: string): string[] {
  const plan = fromArm(stored)
  return diskEncryptionSetIdsOf({
    ...plan,
    targetRegions: plan.targetRegions.filter(({ name }) => sameRegion(name, region)),
  })
}

/**
 * What would keep Azure from adding regions again once it has removed them: sets that can't use their keys. Paths are
 * those of the change that removes the regions. A set that the user can't read is left to Azure.
 */
export function regionRepairIssues(stored: StoredVersion, regions: readonly string[], inventory: Inventory): Issue[] {
  return regions.flatMap((region, index) =>
    diskEncryptionSetIdsInRegion(stored, region).flatMap((id) => {
      const set = diskEncryptionSetById(inventory, id)
      return set?.facts === undefined ? [] : readinessIssues(['removedRegions', index], set, inventory)
    }),
  )
}

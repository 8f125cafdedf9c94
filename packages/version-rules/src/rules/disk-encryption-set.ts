import { resourceNameOf, resourceType, tryParseResourceId } from '@portal/arm'
import {
  type DiskEncryptionSet,
  diskEncryptionSetById,
  type DiskEncryptionSetRequirement,
  findingsOf,
  ineligibilityOf,
  isInAnotherSubscription,
  regionDisplayName,
  withRegionNames,
} from '@portal/disk-encryption'
import { errorAt, type Inventory, type Issue, type IssuePath } from '@portal/image-version'

const diskEncryptionSetType = 'microsoft.compute/diskencryptionsets'

/** The facts for checking a set. */
export type DiskEncryptionSetInventory = Pick<Inventory, 'diskEncryptionSets' | 'regions' | 'now'>

/** A cell with a chosen set: its path, its set and its requirements. */
export interface FilledCell {
  path: IssuePath
  diskEncryptionSetId: string
  requirement: DiskEncryptionSetRequirement
}

/**
 * `diskEncryptionSetIssues` for the many cells of one region, which have a few sets in common: each set is checked
 * once. The returned function needs the path and the set's ID of a cell.
 */
export function diskEncryptionSetJudge(
  requirement: DiskEncryptionSetRequirement,
  inventory: DiskEncryptionSetInventory,
): (path: IssuePath, diskEncryptionSetId: string) => Issue[] {
  const judged = new Map<string, Issue[]>()
  return (path, diskEncryptionSetId) => {
    const known =
      judged.get(diskEncryptionSetId) ?? diskEncryptionSetIssues({ path, diskEncryptionSetId, requirement }, inventory)
    judged.set(diskEncryptionSetId, known)
    return known.map((issue) => ({ ...issue, path }))
  }
}

// A set exists, in the gallery's subscription and the target region, and is of the type chosen.
// https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
export function diskEncryptionSetIssues(
  { path, diskEncryptionSetId: id, requirement }: FilledCell,
  inventory: DiskEncryptionSetInventory,
): Issue[] {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined || resourceType(parsed).toLowerCase() !== diskEncryptionSetType)
    return [errorAt(path, 'DiskEncryptionSetInvalid', { id })]
  const name = resourceNameOf(parsed)
  const anotherSubscription = (): Issue[] => [
    errorAt(path, 'DiskEncryptionSetInAnotherSubscription', { name, subscription: requirement.subscriptionId }),
  ]
  // The inventory contains the gallery's subscription only, so this comes before looking up the set.
  if (isInAnotherSubscription(id, requirement.subscriptionId)) return anotherSubscription()
  const set = diskEncryptionSetById(inventory, id)
  if (set === undefined) return [errorAt(path, 'DiskEncryptionSetNotFound', { name })]
  switch (ineligibilityOf(set, requirement)) {
    case 'InAnotherSubscription':
      return anotherSubscription()
    case 'InAnotherRegion': {
      const setRegion = regionDisplayName(inventory, set.location)
      const region = regionDisplayName(inventory, requirement.region)
      return [errorAt(path, 'DiskEncryptionSetInAnotherRegion', { name, setRegion, region })]
    }
    case 'OfAnotherType': {
      const params = { name, setType: set.encryptionType, encryptionType: requirement.encryptionType }
      return [errorAt(path, 'DiskEncryptionSetOfAnotherType', params)]
    }
    case undefined:
      return readinessIssues(path, set, inventory)
  }
}

/**
 * The findings about the set and its key, if they were read; what can't be read is not an issue.
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption
 */
export function readinessIssues(
  path: IssuePath,
  set: DiskEncryptionSet,
  inventory: Omit<DiskEncryptionSetInventory, 'diskEncryptionSets'>,
): Issue[] {
  return findingsOf(set, inventory.now).flatMap((finding) => {
    switch (finding.state) {
      case 'blocked':
      case 'warning': {
        const params = withRegionNames(finding.params, inventory)
        return [{ code: finding.code, path, params, severity: finding.state === 'blocked' ? 'error' : 'warning' }]
      }
      case 'ready':
      case 'unknown':
        return []
    }
  })
}

import { parseResourceIdOf, resourceNameOf } from '@portal/arm'
import { diskEncryptionSetById, ineligibilityOf, isInAnotherSubscription } from '../eligible-disk-encryption-sets.ts'
import { errorAt, warningAt } from '../issue.ts'
import { regionDisplayName } from '../regions.ts'
import { isIdOf } from '../source-resources.ts'
import type { DiskEncryptionSetDemand } from '../eligible-disk-encryption-sets.ts'
import type { DiskEncryptionSet, Inventory } from '../inventory.ts'
import type { Issue, IssuePath } from '../issue.ts'

const diskEncryptionSetType = 'Microsoft.Compute/diskEncryptionSets'

/** A cell with a set chosen: where it is, what it holds and what it asks for. */
export interface FilledCell {
  path: IssuePath
  diskEncryptionSetId: string
  demand: DiskEncryptionSetDemand
}

// A set exists, in the gallery's subscription and the target region, and is of the type chosen.
// https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
export function diskEncryptionSetIssues(
  { path, diskEncryptionSetId: id, demand }: FilledCell,
  inventory: Inventory,
): Issue[] {
  if (!isIdOf([diskEncryptionSetType], id)) return [errorAt(path, 'DiskEncryptionSetInvalid', { id })]
  const name = resourceNameOf(parseResourceIdOf(diskEncryptionSetType, id))
  const anotherSubscription = (): Issue[] => [
    errorAt(path, 'DiskEncryptionSetInAnotherSubscription', { name, subscription: demand.subscriptionId }),
  ]
  // The inventory holds the gallery's subscription only, so this comes before looking the set up.
  if (isInAnotherSubscription(id, demand.subscriptionId)) return anotherSubscription()
  const set = diskEncryptionSetById(inventory, id)
  if (set === undefined) return [errorAt(path, 'DiskEncryptionSetNotFound', { name })]
  switch (ineligibilityOf(set, demand)) {
    case 'InAnotherSubscription':
      return anotherSubscription()
    case 'InAnotherRegion': {
      const setRegion = regionDisplayName(inventory, set.location)
      const region = regionDisplayName(inventory, demand.region)
      return [errorAt(path, 'DiskEncryptionSetInAnotherRegion', { name, setRegion, region })]
    }
    case 'OfAnotherType': {
      const params = { name, setType: set.encryptionType, encryptionType: demand.encryptionType }
      return [errorAt(path, 'DiskEncryptionSetOfAnotherType', params)]
    }
    case undefined:
      return readinessIssues(path, set)
  }
}

// A set that is not finished, or whose key Azure cannot rotate, may still work when the version is made: warnings.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption
function readinessIssues(path: IssuePath, set: DiskEncryptionSet): Issue[] {
  const { name, provisioningState: state, autoKeyRotationError: error } = set
  return [
    ...(state === 'Succeeded' ? [] : [warningAt(path, 'DiskEncryptionSetNotReady', { name, state })]),
    ...(error === undefined ? [] : [warningAt(path, 'DiskEncryptionSetKeyNotRotating', { name, error })]),
  ]
}

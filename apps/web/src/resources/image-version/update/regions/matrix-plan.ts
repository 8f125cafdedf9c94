import {
  diskEncryptionSetOf,
  fromArm,
  type ImageVersionPlan,
  type Inventory,
  type IssuePath,
  type SourceResource,
  type StoredVersion,
} from '@portal/image-version'
import type { VersionChange } from '@portal/version-update'

/** What the encryption matrix shows of a change. */
export interface MatrixPlan {
  /** the new regions alone, with the encryption type of the regions that the version has */
  plan: ImageVersionPlan
  inventory: Inventory
}

/**
 * The new regions as a plan: its disks are those that the version encrypts with sets, because no other disk can get
 * one.
 */
export function matrixPlan(stored: StoredVersion, change: VersionChange, known: Inventory): MatrixPlan {
  const before = fromArm(stored, known)
  const version = encryptedDisks(stored, before)
  return {
    plan: { ...before, source: { type: 'ImageVersion', id: version.id }, targetRegions: change.addedRegions },
    inventory: { ...known, sources: [version] },
  }
}

/** Where the page shows the field at a path of the change: the matrix shows the new regions as those of a plan. */
export function shownPath([field, ...rest]: IssuePath): IssuePath {
  return field === 'addedRegions' && rest[1] === 'encryption' ? ['targetRegions', ...rest] : [field ?? '', ...rest]
}

// The version serves as its own source, of which only this is used here.
function encryptedDisks({ id, location, properties }: StoredVersion, before: ImageVersionPlan): SourceResource {
  const { osDiskImage, dataDiskImages = [] } = properties.storageProfile
  const isEncrypted = (lun: number) => before.targetRegions.some((region) => diskEncryptionSetOf(region, lun) !== '')
  const disk = (sizeInGB: number | undefined) => ({ name: '', ...(sizeInGB !== undefined && { sizeInGB }) })
  return {
    type: 'ImageVersion',
    id,
    name: before.name,
    location,
    provisioningState: properties.provisioningState ?? '',
    osState: 'Generalized',
    usesCustomerKeys: true,
    osDisk: disk(osDiskImage?.sizeInGB),
    dataDisks: dataDiskImages
      .filter(({ lun }) => isEncrypted(lun))
      .map(({ lun, sizeInGB }) => ({ lun, disk: disk(sizeInGB) })),
  }
}

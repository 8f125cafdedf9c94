import {
  diskEncryptionSetOf,
  fromArm,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
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

/** The issues of the change at the paths that the matrix expects. */
export function matrixIssues(issues: Issue[]): Issue[] {
  return issues.flatMap(({ path: [field, ...rest], ...issue }) =>
    field === 'addedRegions' ? [{ ...issue, path: ['targetRegions', ...rest] }] : [],
  )
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

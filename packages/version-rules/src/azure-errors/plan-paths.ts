import { sameRegion, tryParseResourceId, resourceNameOf } from '@portal/arm'
import {
  diskEncryptionSetOf,
  type DiskKey,
  type ImageSource,
  type ImageVersionPlan,
  type IssuePath,
  type TargetRegion,
} from '@portal/image-version'
import { cellPath } from '../rules/encryption-matrix.ts'

// Where a plan contains the things named in ARM's message; [] if it does not contain them.

/** Where the terms of the image's purchase plan are shown: it is the definition's, and no choice of the machine. */
export const purchasePlanPath = ['purchasePlan']

/** The cell of a disk in a region, in any of its spellings. */
export function cellOf({ targetRegions }: ImageVersionPlan, region: string, disk: DiskKey): IssuePath {
  const index = targetRegions.findIndex(({ name }) => sameRegion(name, region))
  return index < 0 ? [] : cellPath(index, disk)
}

/** The row of a region; `field` is one of its fields. */
export function regionPath({ targetRegions }: ImageVersionPlan, region: string, field: keyof TargetRegion): IssuePath {
  const index = targetRegions.findIndex(({ name }) => sameRegion(name, region))
  return index < 0 ? [] : ['targetRegions', index, field]
}

/** The first cell with a set, by the set's ID or its name. */
export function cellWithSet(plan: ImageVersionPlan, set: string): IssuePath {
  const wanted = nameOf(set).toLowerCase()
  return firstCell(plan, (id) => id !== '' && nameOf(id).toLowerCase() === wanted)
}

/** The first cell whose set has an invalid ID. */
export function cellWithInvalidSet(plan: ImageVersionPlan): IssuePath {
  return firstCell(plan, (id) => id !== '' && tryParseResourceId(id) === undefined)
}

/** The content of the cell at `path`; '' for any other path. */
export function setAt(plan: ImageVersionPlan, path: IssuePath): string {
  const [, index, , kind, lun] = path
  const region = typeof index === 'number' ? plan.targetRegions[index] : undefined
  if (region === undefined) return ''
  return diskEncryptionSetOf(region, kind === 'dataDiskImages' && typeof lun === 'number' ? lun : 'os')
}

/** The field of the source that names a resource; that of the whole source, or of its OS disk, if none does. */
export function sourcePath({ source }: ImageVersionPlan, id: string): IssuePath {
  if (source.type !== 'DisksAndSnapshots') return ['source', source.type === 'StorageBlobs' ? 'osDiskUri' : 'id']
  const index = source.dataDisks.findIndex((disk) => disk.id.toLowerCase() === id.toLowerCase())
  return index < 0 ? ['source', 'osDiskId'] : ['source', 'dataDisks', index, 'id']
}

/** The name of the version's source. */
export function sourceName(source: ImageSource): string {
  switch (source.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return nameOf(source.id)
    case 'DisksAndSnapshots':
      return nameOf(source.osDiskId)
    case 'StorageBlobs':
      return source.osDiskUri
  }
}

/** The name at the end of a resource ID; the text itself if it is not one. */
export function nameOf(id: string): string {
  const parsed = tryParseResourceId(id)
  return parsed === undefined ? id : resourceNameOf(parsed)
}

function firstCell({ targetRegions }: ImageVersionPlan, isWanted: (id: string) => boolean): IssuePath {
  for (const [index, { encryption }] of targetRegions.entries()) {
    if (isWanted(encryption.osDiskImage)) return cellPath(index, 'os')
    const dataDisk = encryption.dataDiskImages.find(({ diskEncryptionSetId }) => isWanted(diskEncryptionSetId))
    if (dataDisk) return cellPath(index, dataDisk.lun)
    if (isWanted(encryption.secureVMDiskEncryptionSetId))
      return ['targetRegions', index, 'encryption', 'secureVMDiskEncryptionSetId']
  }
  return []
}

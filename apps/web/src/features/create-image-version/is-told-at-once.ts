import {
  chosenResources,
  diskEncryptionSetOf,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
} from '@portal/image-version'

/**
 * Whether an issue concerns something chosen from a list, a source or the set of a cell: it is then shown at once.
 * Issues of typed input, or of missing choices, are shown only after the field was left.
 */
export function isToldAtOnce({ path }: Issue, plan: ImageVersionPlan, inventory: Inventory): boolean {
  const [field, index, part, kind, lun] = path
  const { source } = plan
  if (field === 'source')
    return source.type !== 'StorageBlobs' && chosenResources(source, inventory).every(({ id }) => id !== '')
  const region = field === 'targetRegions' && typeof index === 'number' ? plan.targetRegions[index] : undefined
  if (region === undefined || part !== 'encryption') return false
  if (kind === 'secureVMDiskEncryptionSetId') return region.encryption.secureVMDiskEncryptionSetId !== ''
  return diskEncryptionSetOf(region, typeof lun === 'number' ? lun : 'os') !== ''
}

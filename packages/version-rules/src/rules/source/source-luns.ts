import { errorAt, type ImageVersionPlan, type Issue } from '@portal/image-version'

const highestLun = 63

// Each data disk has a unique LUN, 0 to 63.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceLunIssues({ source }: ImageVersionPlan): Issue[] {
  if (source.type !== 'DisksAndSnapshots' && source.type !== 'StorageBlobs') return []
  const luns = source.dataDisks.map(({ lun }) => lun)
  return luns.flatMap((lun, index) => {
    const path = ['source', 'dataDisks', index, 'lun']
    if (!Number.isInteger(lun) || lun < 0 || lun > highestLun) return [errorAt(path, 'SourceLunOutOfRange', { lun })]
    return luns.indexOf(lun) < index ? [errorAt(path, 'SourceLunDuplicate', { lun })] : []
  })
}

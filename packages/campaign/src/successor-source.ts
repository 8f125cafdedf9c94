import type { ImageSource } from '@portal/image-version'
import { diskIdsOf, type IdentifiedCampaign } from './successor-plan.ts'

/**
 * Whether a new version was created from what its campaign asks for: the source of the old one, or the disks that the
 * campaign creates from it. Tags and sets can be copied to a version of any content. Without the old version nothing is
 * left to compare an original source with.
 */
export function hasAskedSource(
  { id, campaign }: IdentifiedCampaign,
  index: number,
  { successor, predecessor }: { successor: ImageSource; predecessor: ImageSource | undefined },
): boolean {
  const item = campaign.items[index]
  if (item === undefined) return false
  if (item.source === 'OriginalSource')
    return predecessor === undefined || (isNamed(successor) && textOf(successor) === textOf(predecessor))
  const [osDiskId = '', ...others] = diskIdsOf(id, index, item)
  const dataDisks = item.luns.map((lun, at) => ({ lun, id: others[at] ?? '' }))
  return textOf(successor) === textOf({ type: 'DisksAndSnapshots', osDiskId, dataDisks })
}

// Two sources that a plan can't name are not the same for that.
function isNamed(source: ImageSource): boolean {
  return !('id' in source) || source.id !== ''
}

// Azure compares IDs without case, and lists data disks in any order.
function textOf(source: ImageSource): string {
  const disks: readonly { lun: number }[] = 'dataDisks' in source ? source.dataDisks : []
  const dataDisks = disks.toSorted((one, other) => one.lun - other.lun)
  return JSON.stringify({ ...source, dataDisks }).toLowerCase()
}

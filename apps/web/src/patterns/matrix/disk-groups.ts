import { asksForSet, diskEncryptionSetOf, type DiskKey, type ImageVersionPlan } from '@portal/image-version'

/** Disks of one target region that have the same set. */
export interface DiskGroup {
  disks: DiskKey[]
  /** ID of the set; '' if none is chosen, undefined for platform-managed keys */
  diskEncryptionSetId: string | undefined
}

/** The disks of the target region at `index`, those with the same set together, in the order of the disks. */
export function diskGroups(plan: ImageVersionPlan, index: number, disks: DiskKey[]): DiskGroup[] {
  const region = plan.targetRegions[index]
  const setOf = (disk: DiskKey) =>
    region !== undefined && asksForSet(plan, disk) ? diskEncryptionSetOf(region, disk) : undefined
  return [...Map.groupBy(disks, setOf)].map(([diskEncryptionSetId, group]) => ({ disks: group, diskEncryptionSetId }))
}

/** Ascending numbers with those in a row as ranges: `0–3, 7`. */
export function rangesOf(numbers: number[]): string {
  const starts = numbers.filter((number, at) => numbers[at - 1] !== number - 1)
  const ends = numbers.filter((number, at) => numbers[at + 1] !== number + 1)
  return starts.map((start, at) => (start === ends[at] ? `${start}` : `${start}–${ends[at]}`)).join(', ')
}

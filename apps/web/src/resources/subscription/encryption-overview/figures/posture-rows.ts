import { age, type MachineEncryption, type PostureGroup, type PostureSubject } from '@portal/portal-api'

/** What the rows of a table stand for. */
export const groupings = ['subscription', 'gallery', 'region', 'age'] as const
export type Grouping = (typeof groupings)[number]

/** The encryptions that a kind of resource can have, in the order of its table. */
export const kindsOf: Record<PostureSubject, readonly MachineEncryption[]> = {
  imageVersions: ['platform', 'customer', 'double', 'confidential', 'mixed'],
  disks: ['platform', 'customer', 'double', 'confidential', 'unknown'],
  virtualMachines: ['platform', 'customer', 'double', 'confidential', 'mixed', 'unknown'],
}

export type EncryptionCounts = Record<MachineEncryption, number>

/** A row: everything with the same subscription, gallery, region, or age. */
export interface PostureRow {
  /** of the subscription or the gallery; the short name of the region; the age */
  id: string
  counts: EncryptionCounts
  total: number
}

const groupIdOf: Record<Grouping, (group: PostureGroup) => string> = {
  subscription: ({ subscriptionId }) => subscriptionId,
  gallery: ({ galleryId }) => galleryId,
  region: ({ location }) => location,
  age: (group) => group.age,
}

/** Groups as rows: IDs that differ in case only are one row, ages come from the youngest on, others as they are. */
export function rowsBy(groups: readonly PostureGroup[], by: Grouping): PostureRow[] {
  const rows = [...Map.groupBy(groups, (group) => groupIdOf[by](group).toLowerCase()).values()].map((same) => {
    const [first] = same
    const counts = countsOf(same)
    return { id: first === undefined ? '' : groupIdOf[by](first), counts, total: totalOfCounts(counts) }
  })
  if (by !== 'age') return rows
  const rank = (id: string) => age.options.findIndex((option) => option === id)
  return rows.toSorted((one, other) => rank(one.id) - rank(other.id))
}

/** How many there are of each encryption. */
export function countsOf(groups: readonly PostureGroup[]): EncryptionCounts {
  const counts = { platform: 0, customer: 0, double: 0, confidential: 0, mixed: 0, unknown: 0 }
  for (const { encryption, count } of groups) counts[encryption] += count
  return counts
}

/** All of them together. */
export function totalOfCounts(counts: EncryptionCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

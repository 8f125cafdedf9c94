import { diskOfVersionVerdict, type SetsOfDisk } from '@portal/image-version'
import type { ImageVersionUseCount, UseKind } from '@portal/portal-api'

/** What was created from a version. */
export type UsesInTotal = Record<UseKind, number> & {
  /** of uniform scale sets */
  instances: number
  /** machines and scale sets of its definition on a lower number than the latest */
  outdated: number
}

/** The counts of a version, added up. */
export function usesInTotal(counts: readonly ImageVersionUseCount[]): UsesInTotal {
  const total: UsesInTotal = { virtualMachine: 0, scaleSet: 0, disk: 0, instances: 0, outdated: 0 }
  for (const { kind, isOfVersion, isOutdated, count, instances } of counts) {
    if (isOfVersion) {
      total[kind] += count
      total.instances += instances
    }
    if (isOutdated) total.outdated += count
  }
  return total
}

/** Whether nothing was created from the version. */
export function isUnused({ virtualMachine, scaleSet, disk, instances }: UsesInTotal): boolean {
  return virtualMachine + scaleSet + disk + instances === 0
}

/** The uses in one region. */
export interface UsesInRegion extends UsesInTotal {
  /** short name */
  location: string
  /** the number that is the definition's latest there; absent if there is none */
  latest?: string | undefined
}

/** The counts by region, in the order of the regions' names. */
export function usesByRegion(counts: readonly ImageVersionUseCount[]): UsesInRegion[] {
  return [...Map.groupBy(counts, ({ location }) => location)]
    .map(([location, ofRegion]) => ({ location, latest: ofRegion[0]?.latest, ...usesInTotal(ofRegion) }))
    .filter((region) => !isUnused(region) || region.outdated > 0)
    .toSorted((one, other) => one.location.localeCompare(other.location))
}

/** How many disks of a version have another key than the version's for their region and disk. */
export function otherKeys(counts: readonly ImageVersionUseCount[], sets: readonly SetsOfDisk[]) {
  const found = { 'other-set': 0, 'platform-key': 0 }
  for (const { isOfVersion, location, disk, count } of counts) {
    const verdict = isOfVersion && disk ? diskOfVersionVerdict(sets, { ...disk, location }) : 'no-set'
    if (verdict === 'other-set' || verdict === 'platform-key') found[verdict] += count
  }
  return found
}

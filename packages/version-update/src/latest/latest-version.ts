import { regionName } from '@portal/arm'
import { compareVersionNames } from '@portal/gallery'
import * as z from 'zod/mini'

/** The facts of a version that decide whether a definition's latest is that version. */
export const latestCandidate = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** as Azure spells it */
  provisioningState: z.string(),
  /** everywhere */
  excludeFromLatest: z.boolean(),
  /** its tags say that it is not to be used; for Azure, that changes nothing */
  isRevoked: z.boolean(),
  /** ISO 8601 */
  publishedDate: z.optional(z.string()),
  regions: z.array(
    z.strictObject({
      /** short name */
      name: z.string(),
      excludeFromLatest: z.boolean(),
      isReplicated: z.boolean(),
    }),
  ),
})
export type LatestCandidate = z.infer<typeof latestCandidate>

/**
 * The version that *latest* gives in a region: the highest number that is replicated there, not failed, and excluded
 * neither everywhere nor there; undefined if there is none. The end of life date does not matter: Azure documents it as
 * information only. https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions
 */
export function latestIn(versions: readonly LatestCandidate[], region: string): LatestCandidate | undefined {
  return versions
    .filter((version) => isUsableIn(version, region) && !isExcludedIn(version, region))
    .toSorted((one, other) => compareVersionNames(other.name, one.name))[0]
}

/** Whether machines can be created from a version in a region, by its number. */
export function isUsableIn({ provisioningState, regions }: LatestCandidate, region: string): boolean {
  if (['Failed', 'Deleting', 'Migrating'].includes(provisioningState)) return false
  return regions.some(({ name, isReplicated }) => isReplicated && name === regionName(region))
}

/** Whether a version is excluded from latest in one of its regions: by its own flag, or by the region's. */
export function isExcludedIn({ excludeFromLatest, regions }: LatestCandidate, region: string): boolean {
  return excludeFromLatest || regions.some((each) => each.excludeFromLatest && each.name === regionName(region))
}

/** Short names of all regions of these versions, in alphabetical order. */
export function regionsOfVersions(versions: readonly LatestCandidate[]): string[] {
  return [...new Set(versions.flatMap(({ regions }) => regions.map(({ name }) => name)))].toSorted()
}

import { regionName } from '@portal/arm'
import {
  endOfLifeInstant,
  fromArm,
  type ImageVersionPlan,
  storedVersionRegion,
  type StoredVersion,
  type TargetRegion,
  toArm,
} from '@portal/image-version'
import * as z from 'zod/mini'
import { noChange, type VersionChange } from '../version-change.ts'

/**
 * The changes of one PUT to a version, in ARM's JSON: everything else stays as it is when its turn comes. Regions have
 * their short names.
 */
export const versionStep = z.object({
  removed: z.array(z.string()),
  /** by region */
  changed: z.record(
    z.string(),
    z.object({ regionalReplicaCount: z.exactOptional(z.number()), excludeFromLatest: z.exactOptional(z.boolean()) }),
  ),
  added: z.array(storedVersionRegion),
  /** facts of the whole version; null removes one */
  publishingProfile: z.object({
    replicaCount: z.exactOptional(z.number()),
    excludeFromLatest: z.exactOptional(z.boolean()),
    endOfLifeDate: z.exactOptional(z.nullable(z.string())),
  }),
  safetyProfile: z.object({
    allowDeletionOfReplicatedLocations: z.exactOptional(z.boolean()),
    blockDeletionBeforeEndOfLife: z.exactOptional(z.boolean()),
  }),
  /** added to those of the version, or in place of them */
  tags: z.exactOptional(z.record(z.string(), z.string())),
})
export type VersionStep = z.infer<typeof versionStep>

/** The step that changes nothing. */
export function noStep(): VersionStep {
  return { removed: [], changed: {}, added: [], publishingProfile: {}, safetyProfile: {} }
}

/** The change as one step; `stored` has the confidential type for new regions. */
export function stepOf(stored: StoredVersion, change: VersionChange): VersionStep {
  const { replicaCount, excludeFromLatest, endOfLifeDate, ...flags } = change
  const { allowDeletionOfReplicatedLocations, blockDeletionBeforeEndOfLife } = flags
  return {
    removed: change.removedRegions.map(regionName),
    changed: Object.fromEntries(change.changedRegions.map(changedRegion)),
    added: addedTargetRegions(stored, change.addedRegions),
    publishingProfile: {
      ...(replicaCount !== null && { replicaCount }),
      ...(excludeFromLatest !== null && { excludeFromLatest }),
      ...(endOfLifeDate !== null && { endOfLifeDate: endOfLifeDate === '' ? null : endOfLifeInstant(endOfLifeDate) }),
    },
    safetyProfile: {
      ...(allowDeletionOfReplicatedLocations !== null && { allowDeletionOfReplicatedLocations }),
      ...(blockDeletionBeforeEndOfLife !== null && { blockDeletionBeforeEndOfLife }),
    },
  }
}

/** A step for each batch of the new regions, in that order; the first one includes all other changes. */
export function rolloutSteps(
  stored: StoredVersion,
  change: VersionChange,
  batches: readonly (readonly string[])[],
): VersionStep[] {
  return batches.map((batch, index) => {
    const names = new Set(batch.map(regionName))
    const addedRegions = change.addedRegions.filter(({ name }) => names.has(regionName(name)))
    return stepOf(stored, { ...(index === 0 ? change : noChange()), addedRegions })
  })
}

/** Two steps: the regions are removed, then added again as stored, each with its own encryption. */
export function regionRepairSteps(stored: StoredVersion, regions: readonly string[]): VersionStep[] {
  const names = new Set(regions.map(regionName))
  const again = stored.properties.publishingProfile.targetRegions
    .map((region) => ({ ...region, name: regionName(region.name) }))
    .filter(({ name }) => names.has(name))
  return [stepOf(stored, { ...noChange(), removedRegions: [...names] }), { ...noStep(), added: again }]
}

function changedRegion({ name, regionalReplicaCount, excludeFromLatest }: VersionChange['changedRegions'][number]) {
  const facts = {
    ...(regionalReplicaCount !== null && { regionalReplicaCount }),
    ...(excludeFromLatest !== null && { excludeFromLatest }),
  }
  return [regionName(name), facts] as const
}

// Chosen sets are sent, whatever the rest of the version has: omitting one would apply platform-managed keys where
// customer-managed ones were requested.
function addedTargetRegions(stored: StoredVersion, addedRegions: TargetRegion[]): VersionStep['added'] {
  const plan: ImageVersionPlan = {
    ...fromArm(stored),
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: addedRegions.map((region) => ({ ...region, name: regionName(region.name) })),
  }
  return toArm(plan).properties.publishingProfile.targetRegions
}

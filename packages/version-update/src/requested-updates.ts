import { regionName } from '@portal/arm'
import { fromArm, imageVersionPlan, type ImageVersionPlan, type StoredVersion } from '@portal/image-version'
import * as z from 'zod/mini'
import type { VersionChange } from './version-change.ts'

/** What the updates of a version asked for, taken together. */
export const askedByUpdates = z.strictObject({
  /** the version as it was, with only the regions that updates have added and none has removed */
  plan: imageVersionPlan,
  /** short names of the regions that updates have removed, and none has added again */
  removedRegions: z.array(z.string()),
})
type AskedByUpdates = z.infer<typeof askedByUpdates>

/** `earlier`, and an update that applies `change` to the version `stored`. */
export function withUpdate(
  earlier: AskedByUpdates | undefined,
  stored: StoredVersion,
  change: VersionChange,
): AskedByUpdates {
  const added = change.addedRegions.map((region) => ({ ...region, name: regionName(region.name) }))
  const removed = change.removedRegions.map(regionName)
  const isAdded = (name: string) => added.some((region) => region.name === name)
  const stays = ({ name }: { name: string }) => !removed.includes(name) && !isAdded(name)
  return {
    plan: { ...fromArm(stored), targetRegions: [...(earlier?.plan.targetRegions.filter(stays) ?? []), ...added] },
    removedRegions: [...new Set([...(earlier?.removedRegions ?? []), ...removed])].filter((name) => !isAdded(name)),
  }
}

/**
 * Everything requested for a version: by its creation, if that is known, and by its updates. A region of neither is not
 * part of it. undefined if nothing is known.
 */
export function askedInAll(
  created: ImageVersionPlan | undefined,
  updates: AskedByUpdates | undefined,
): ImageVersionPlan | undefined {
  if (created === undefined || updates === undefined) return created ?? updates?.plan
  const { plan, removedRegions } = updates
  const later = new Set([...removedRegions, ...plan.targetRegions.map(({ name }) => name)])
  const first = created.targetRegions.filter(({ name }) => !later.has(regionName(name)))
  return { ...created, targetRegions: [...first, ...plan.targetRegions] }
}

import type { ArmImageVersion } from './arm-image-version.ts'
import { fromArm } from './from-arm.ts'
import type { Inventory } from './inventory.ts'
import type { ImageVersionPlan } from './plan.ts'

/**
 * A plan for a version like `version`, under the name `name`: same regions, sets and options, and the source too,
 * though a source seldom stays the same. An end of life that has passed is left out. `now` is ISO 8601.
 */
export function nextVersionPlan(
  version: ArmImageVersion,
  name: string,
  { now, diskEncryptionSets }: Pick<Inventory, 'now' | 'diskEncryptionSets'>,
): ImageVersionPlan {
  const plan = fromArm(version, { diskEncryptionSets })
  return { ...plan, name, endOfLifeDate: plan.endOfLifeDate > now ? plan.endOfLifeDate : '' }
}

/** The version after `name`, which is Major.Minor.Patch: its patch and one. '' for another form. */
export function nextVersionName(name: string): string {
  const [, start, patch] = /^(\d{1,10}\.\d{1,10}\.)(\d{1,10})$/.exec(name) ?? []
  return start === undefined ? '' : `${start}${Number(patch) + 1}`
}

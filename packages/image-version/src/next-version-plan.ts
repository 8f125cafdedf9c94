import type { ArmImageVersion } from './arm-image-version.ts'
import { fromArm } from './from-arm.ts'
import type { Inventory } from './inventory.ts'
import type { ImageVersionPlan } from './plan.ts'

/**
 * A plan for a version like `version`, with the name `name`: same regions, sets and options, and the same source,
 * although a source is seldom reused. A past end of life date is omitted. `now` is ISO 8601.
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

import { regionName, sameRegion } from '@portal/arm'
import { type ArmImageVersionBody, type ImageVersionPlan, type TargetRegion, toArm } from '@portal/image-version'
import { noStep, type VersionStep } from './version-step.ts'

/** What a creation in batches sends: the version in its own region, then a step for each batch of the other regions. */
export interface StagedCreation {
  creation: ArmImageVersionBody
  steps: VersionStep[]
}

/**
 * The creation of a plan in batches, which are names of its regions other than the source region, in any of ARM's
 * spellings.
 */
export function stagedCreation(plan: ImageVersionPlan, batches: readonly (readonly string[])[]): StagedCreation {
  return {
    creation: toArm(planOfHomeRegion(plan)),
    steps: batches.map((batch) => {
      const names = new Set(batch.map(regionName))
      const targetRegions = plan.targetRegions.filter(({ name }) => names.has(regionName(name)))
      return { ...noStep(), added: toArm({ ...plan, targetRegions }).properties.publishingProfile.targetRegions }
    }),
  }
}

/** The plan without the regions that are added later. */
export function planOfHomeRegion(plan: ImageVersionPlan): ImageVersionPlan {
  return { ...plan, targetRegions: plan.targetRegions.filter(({ name }) => sameRegion(name, plan.location)) }
}

/** The regions of a plan that can be added later: all but the version's source region, which Azure requires. */
export function regionsBesidesHome({ targetRegions, location }: ImageVersionPlan): TargetRegion[] {
  return targetRegions.filter(({ name }) => name !== '' && !sameRegion(name, location))
}

import type { ImageVersionPlan } from '@portal/image-version'

/** The edit that removes a target region: the last one of that name, because one can be there twice for a while. */
export function regionRemoval(plan: ImageVersionPlan, name: string): { type: 'removeTargetRegion'; index: number } {
  return { type: 'removeTargetRegion', index: plan.targetRegions.findLastIndex((region) => region.name === name) }
}

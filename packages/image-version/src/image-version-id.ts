import { childResourceId, formatResourceId, parseResourceIdOf, tryParseResourceId } from '@portal/arm'
import type { ImageVersionPlan } from './plan.ts'

export const imageDefinitionType = 'Microsoft.Compute/galleries/images'

/** The id of the version that the plan describes. Throws `InvalidResourceId` while definition or name is blank or malformed. */
export function imageVersionId(plan: Pick<ImageVersionPlan, 'imageDefinitionId' | 'name'>): string {
  return formatResourceId(
    childResourceId(parseResourceIdOf(imageDefinitionType, plan.imageDefinitionId), 'versions', plan.name),
  )
}

/** The subscription of the plan's gallery, as written in the definition's id; '' while none is chosen. */
export function planSubscriptionId(plan: Pick<ImageVersionPlan, 'imageDefinitionId'>): string {
  return tryParseResourceId(plan.imageDefinitionId)?.subscriptionId ?? ''
}

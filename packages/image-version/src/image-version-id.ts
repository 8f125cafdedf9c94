import {
  childResourceId,
  formatResourceId,
  InvalidResourceId,
  parentResourceId,
  parseDefinitionId,
  parseResourceId,
  type ResourceId,
  resourceNameOf,
  resourceType,
  tryParseResourceId,
} from '@portal/arm'
import type { ImageVersionPlan } from './plan.ts'

/**
 * The id of the version that the plan describes. Throws `InvalidResourceId` while definition or name is blank or
 * malformed.
 */
export function imageVersionId(plan: Pick<ImageVersionPlan, 'imageDefinitionId' | 'name'>): string {
  return formatResourceId(childResourceId(parseDefinitionId(plan.imageDefinitionId), 'versions', plan.name))
}

/** As `imageVersionId`, but undefined instead of an error: while a wizard is half filled, or its name is invalid. */
export function tryImageVersionId(plan: Pick<ImageVersionPlan, 'imageDefinitionId' | 'name'>): string | undefined {
  try {
    return imageVersionId(plan)
  } catch (error) {
    if (error instanceof InvalidResourceId) return undefined
    throw error
  }
}

/** Whether it is the ID of an image version. */
export function isImageVersionId(id: ResourceId): boolean {
  return resourceType(id).toLowerCase() === 'microsoft.compute/galleries/images/versions'
}

/** The number of the version that an ID names. Throws `InvalidResourceId` if it is none of ARM's. */
export function versionNumberOf(versionId: string): string {
  return resourceNameOf(parseResourceId(versionId))
}

/** The ID of the definition of a version, likewise. */
export function definitionIdOf(versionId: string): string {
  const version = parseResourceId(versionId)
  return formatResourceId(parentResourceId(version) ?? version)
}

/** The subscription of the plan's gallery, as written in the definition's id; '' while none is chosen. */
export function planSubscriptionId(plan: Pick<ImageVersionPlan, 'imageDefinitionId'>): string {
  return tryParseResourceId(plan.imageDefinitionId)?.subscriptionId ?? ''
}

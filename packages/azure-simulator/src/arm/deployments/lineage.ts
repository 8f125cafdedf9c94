import type { ArmRequest } from '../request.ts'
import { isDeployment, deploymentType, type StoredDeployment } from './runs.ts'
import { invalidTemplate } from './template/invalid-template.ts'
import { assertAtMost, templateLimits } from './template/template-limits.ts'

/** Where a deployment inside others is: the id of the outermost, and how many are around it. */
export interface Lineage {
  root: string
  level: number
}

/** That of a deployment inside this one. */
export function lineageWithin({ id, deployment }: StoredDeployment): Lineage {
  const { root, level } = deployment.lineage ?? { root: id, level: 0 }
  return { root, level: level + 1 }
}

/**
 * Throws 400 InvalidTemplate for a deployment that is nested too deep, or if the nested ones would have more resources
 * in total than one deployment can: a template that deploys itself twice would never end.
 */
export function assertRoomWithin({ tenant, within }: ArmRequest, resources: number): void {
  if (within === undefined) return
  if (within.level > templateLimits.levels)
    throw invalidTemplate(
      `The nested deployment is within '${within.level}' others, and the limit is '${templateLimits.levels}'. Please see https://aka.ms/arm-template-limits for usage details`,
    )
  const others = tenant.store
    .list('/subscriptions', deploymentType)
    .filter(isDeployment)
    .filter(({ id, deployment }) => id === within.root || deployment.lineage?.root === within.root)
  assertAtMost(
    'resources',
    others.reduce((sum, { deployment }) => sum + deployment.steps.length, resources),
  )
}

import { resourceType, tryParseResourceId, type Scenario } from '@portal/portal-api'
import { createImageVersionPath, galleriesPath } from '../paths.ts'

/** Where a scenario is tried: the wizard of its image definition, or the galleries where it has none. */
export function scenarioPath({ resourceIds }: Pick<Scenario, 'resourceIds'>): string {
  const definitionId = resourceIds.find((id) => {
    const parts = tryParseResourceId(id)
    return parts && resourceType(parts).toLowerCase() === 'microsoft.compute/galleries/images'
  })
  return definitionId === undefined ? galleriesPath() : createImageVersionPath(definitionId)
}

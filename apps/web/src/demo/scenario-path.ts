import { resourceType, tryParseResourceId, type Scenario } from '@portal/portal-api'
import { createImageVersionPath, galleriesPath } from '../paths.ts'

/** The page to try a scenario: the wizard of its image definition, or the galleries if it has none. */
export function scenarioPath({ resourceIds }: Pick<Scenario, 'resourceIds'>): string {
  const definitionId = resourceIds.find((id) => {
    const parts = tryParseResourceId(id)
    return parts && resourceType(parts).toLowerCase() === 'microsoft.compute/galleries/images'
  })
  return definitionId === undefined ? galleriesPath() : createImageVersionPath(definitionId)
}

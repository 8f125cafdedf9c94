import type { ImageVersionPlan } from '@portal/image-version'
import type { ExportContext } from './export-context.ts'
import { exportedCode, type ExportedCode } from './exported-code.ts'
import { apiVersionFor } from './image-version-type.ts'
import { restCallLines } from './rest-call.ts'
import { hasPlaceholders, withPlaceholders } from './shown/placeholders.ts'
import { shownBody } from './shown/shown-body.ts'

/**
 * The call of Azure's own API that creates the version, with curl. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export function exportRest(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withPlaceholders(plan, inventory)
  const lines = restCallLines({
    id: `${filled.imageDefinitionId}/versions/${filled.name}`,
    apiVersion: apiVersionFor(plan),
    body: shownBody(filled),
    isUnfinished: hasPlaceholders(filled),
    path: ['name'],
    cloud,
  })
  return exportedCode(lines, 'create-image-version.sh', [])
}

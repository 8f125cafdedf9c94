import type { Inventory } from '../inventory.ts'
import type { ImageVersionPlan } from '../plan.ts'
import { plainLine } from './code-line.ts'
import { exportedCode, type ExportedCode } from './exported-code.ts'
import { imageVersionType } from './image-version-type.ts'
import { withPlaceholders } from './placeholders.ts'
import { Shown } from './shown.ts'
import { shownBody } from './shown-body.ts'
import { aligned, block, blockArguments } from './terraform-syntax.ts'

/**
 * The version for Terraform's azapi provider, which passes Azure's own words on. Throws `RefusedCharacter`.
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource
 */
export function exportTerraformAzapi(plan: ImageVersionPlan, inventory?: Inventory): ExportedCode {
  const filled = withPlaceholders(plan, inventory)
  const { location, tags, properties } = shownBody(filled)
  const provider = { source: 'Azure/azapi', version: '~> 2.0' }
  return exportedCode(
    aligned([
      ...block('terraform', block('required_providers', blockArguments({ azapi: provider }))),
      plainLine(''),
      ...block(
        'resource "azapi_resource" "image_version"',
        blockArguments({
          type: imageVersionType,
          parent_id: new Shown(['imageDefinitionId'], filled.imageDefinitionId),
          name: new Shown(['name'], filled.name),
          location,
          tags,
          body: { properties },
        }),
        [plainLine('# Replication takes up to hours.')],
        block('timeouts', blockArguments({ create: '6h', update: '6h' })),
      ),
    ]),
    'image-version.tf',
    [],
  )
}

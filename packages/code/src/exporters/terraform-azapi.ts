import type { AzureCloud } from '@portal/arm'
import type { ImageVersionPlan } from '@portal/image-version'
import type { ExportContext } from './export-context.ts'
import { exportedCode, type ExportedCode } from './exported-code.ts'
import { imageVersionTypeFor } from './image-version-type.ts'
import { plainLine, type CodeLine } from './shown/code-line.ts'
import { withPlaceholders } from './shown/placeholders.ts'
import { shownBody } from './shown/shown-body.ts'
import { Shown } from './shown/shown.ts'
import { azapiCloud } from './syntax/cloud-in-tools.ts'
import { aligned, block, blockArguments } from './syntax/terraform-syntax.ts'

/**
 * The version for Terraform's azapi provider, which passes Azure's own JSON on. Throws `RefusedCharacter`.
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource
 */
export function exportTerraformAzapi(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withPlaceholders(plan, inventory)
  const { location, tags, properties } = shownBody(filled)
  const provider = { source: 'Azure/azapi', version: '~> 2.0' }
  return exportedCode(
    aligned([
      ...block('terraform', block('required_providers', blockArguments({ azapi: provider }))),
      plainLine(''),
      ...providerBlock(cloud),
      ...block(
        'resource "azapi_resource" "image_version"',
        blockArguments({
          type: imageVersionTypeFor(plan),
          parent_id: new Shown(['imageDefinitionId'], filled.imageDefinitionId),
          name: new Shown(['name'], filled.name),
          location,
          tags,
          body: { properties },
        }),
        [plainLine('# Replication can take hours.')],
        block('timeouts', blockArguments({ create: '6h', update: '6h' })),
      ),
    ]),
    'image-version.tf',
    [],
  )
}

function providerBlock(cloud: AzureCloud): CodeLine[] {
  const settings = blockArguments(azapiCloud(cloud))
  return settings.length === 0 ? [] : [...block('provider "azapi"', settings), plainLine('')]
}

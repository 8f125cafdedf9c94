import type { AzureCloud } from '@portal/arm'
import type { ImageVersionPlan } from '@portal/image-version'
import { armTemplateText } from '../quoting/arm-template.ts'
import type { ExportContext } from './export-context.ts'
import { type ExportedCode, exportedCode } from './exported-code.ts'
import { apiVersionFor, imageVersionTypeFor } from './image-version-type.ts'
import { exportAnsible } from './image-version/ansible.ts'
import { exportAzureCli } from './image-version/azure-cli.ts'
import { exportAzurePowerShell } from './image-version/azure-powershell.ts'
import { exportBicep } from './image-version/bicep.ts'
import { exportPacker } from './image-version/packer.ts'
import { exportTerraformAzurerm } from './image-version/terraform-azurerm.ts'
import { restCallLines } from './rest-call.ts'
import { plainLine, type CodeLine } from './shown/code-line.ts'
import { hasPlaceholders, withPlaceholders } from './shown/placeholders.ts'
import { shownBody } from './shown/shown-body.ts'
import { Shown } from './shown/shown.ts'
import { versionNames } from './shown/version-names.ts'
import { azapiCloud } from './syntax/cloud-in-tools.ts'
import { jsonSyntax } from './syntax/json-syntax.ts'
import { literalLines, Verbatim, type LiteralSyntax } from './syntax/literal-lines.ts'
import { aligned, block, blockArguments } from './syntax/terraform-syntax.ts'

const templateSyntax: LiteralSyntax = { ...jsonSyntax, text: (value) => jsonSyntax.text(armTemplateText(value)) }

/**
 * The version as an ARM template, with its names as parameters. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
function exportArmTemplate(plan: ImageVersionPlan, { inventory }: ExportContext): ExportedCode {
  const filled = withPlaceholders(plan, inventory)
  const { gallery, imageDefinition, version } = versionNames(filled)
  const parameter = (value: string, path: Shown['path']) => new Shown(path, { type: 'string', defaultValue: value })
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      galleryName: parameter(gallery, ['imageDefinitionId']),
      imageDefinitionName: parameter(imageDefinition, ['imageDefinitionId']),
      versionName: parameter(version, ['name']),
    },
    resources: [
      {
        type: 'Microsoft.Compute/galleries/images/versions',
        apiVersion: apiVersionFor(plan),
        name: new Verbatim(jsonSyntax.text(nameExpression)),
        ...shownBody(filled),
      },
    ],
  }
  return exportedCode(literalLines(template, templateSyntax), 'image-version.json', [])
}

const nameExpression =
  "[format('{0}/{1}/{2}', parameters('galleryName'), parameters('imageDefinitionName'), parameters('versionName'))]"

/**
 * The version for Terraform's azapi provider, which passes Azure's own JSON on. Throws `RefusedCharacter`.
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource
 */
function exportTerraformAzapi(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
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

/**
 * The call of Azure's own API that creates the version, with curl. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
function exportRest(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
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

/**
 * Each language in which a plan can be exported. `exportCode` throws `RefusedCharacter` for a value that the language
 * can't represent safely; `lossless` is the nearest language that loses nothing of any plan.
 */
export const exporters = {
  AzureCli: { exportCode: exportAzureCli, lossless: 'Rest' },
  AzurePowerShell: { exportCode: exportAzurePowerShell, lossless: 'Bicep' },
  Bicep: { exportCode: exportBicep, lossless: 'Bicep' },
  ArmTemplate: { exportCode: exportArmTemplate, lossless: 'ArmTemplate' },
  TerraformAzapi: { exportCode: exportTerraformAzapi, lossless: 'TerraformAzapi' },
  TerraformAzurerm: { exportCode: exportTerraformAzurerm, lossless: 'TerraformAzapi' },
  Packer: { exportCode: exportPacker, lossless: 'Bicep' },
  Ansible: { exportCode: exportAnsible, lossless: 'Bicep' },
  Rest: { exportCode: exportRest, lossless: 'Rest' },
} as const satisfies Record<string, { exportCode: Exporter; lossless: string }>

export type CodeLanguage = keyof typeof exporters

/** The languages of exporters. */
export function languagesOf<Language extends CodeLanguage>(some: Record<Language, unknown>): Language[] {
  return Object.keys(some).filter((name): name is Language => name in some)
}

/** A plan, finished or not, as code. */
type Exporter = (plan: ImageVersionPlan, context: ExportContext) => ExportedCode

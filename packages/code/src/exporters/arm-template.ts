import type { ImageVersionPlan } from '@portal/image-version'
import { armTemplateText } from '../quoting/arm-template.ts'
import type { ExportContext } from './export-context.ts'
import { exportedCode, type ExportedCode } from './exported-code.ts'
import { apiVersionFor } from './image-version-type.ts'
import { withPlaceholders } from './shown/placeholders.ts'
import { shownBody } from './shown/shown-body.ts'
import { Shown } from './shown/shown.ts'
import { versionNames } from './shown/version-names.ts'
import { jsonSyntax } from './syntax/json-syntax.ts'
import { literalLines, Verbatim, type LiteralSyntax } from './syntax/literal-lines.ts'

const templateSyntax: LiteralSyntax = { ...jsonSyntax, text: (value) => jsonSyntax.text(armTemplateText(value)) }

/**
 * The version as an ARM template, with its names as parameters. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function exportArmTemplate(plan: ImageVersionPlan, { inventory }: ExportContext): ExportedCode {
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

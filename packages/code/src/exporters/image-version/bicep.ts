import type { AzureCloud } from '@portal/arm'
import type { ImageVersionPlan } from '@portal/image-version'
import { bicepQuoted } from '../../quoting/bicep.ts'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { imageVersionTypeFor } from '../image-version-type.ts'
import { plainLine } from '../shown/code-line.ts'
import { withPlaceholders } from '../shown/placeholders.ts'
import { shownBody } from '../shown/shown-body.ts'
import { Shown } from '../shown/shown.ts'
import { versionNames } from '../shown/version-names.ts'
import { bicepCloudLines } from '../syntax/cloud-in-tools.ts'
import { literalLines, prefixed, type LiteralSyntax } from '../syntax/literal-lines.ts'

/** How Bicep writes values: https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types */
export const bicepSyntax: LiteralSyntax = {
  object: ['{', '}'],
  list: ['[', ']'],
  key: (name) => `${/^[A-Za-z_]\w*$/.test(name) ? name : bicepQuoted(name)}: `,
  assign: ': ',
  text: bicepQuoted,
  boolean: String,
  between: '',
  betweenItems: '',
}

const head = (cloud: AzureCloud) => [
  "// Deploy it to the gallery's resource group:",
  ...bicepCloudLines(cloud),
  '// az deployment group create --template-file image-version.bicep',
  '// https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions',
  '',
]

/**
 * The version as Bicep. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions
 */
export function exportBicep(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withPlaceholders(plan, inventory)
  const { gallery, imageDefinition, version } = versionNames(filled)
  const resource = { name: new Shown(['name'], `${gallery}/${imageDefinition}/${version}`), ...shownBody(filled) }
  const opening = `resource imageVersion '${imageVersionTypeFor(plan)}' = `
  return exportedCode(
    [...head(cloud).map(plainLine), ...prefixed(opening, literalLines(resource, bicepSyntax))],
    'image-version.bicep',
    [],
  )
}

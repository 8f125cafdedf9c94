import { type AzureCloud, parseResourceId, resourceType } from '@portal/arm'
import { addressPath } from '../../quoting/address.ts'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { bicepQuoted } from '../../quoting/bicep.ts'
import { powershellQuoted } from '../../quoting/powershell.ts'
import { bicepSyntax } from '../bicep.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { restCallLines } from '../rest-call.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { azCloudLines, azPowerShellNeeds, bicepCloudLines } from '../syntax/cloud-in-tools.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines, prefixed, Verbatim } from '../syntax/literal-lines.ts'

/** The PUT that changes a version: its id and the whole body, encryption included. */
export interface VersionUpdate {
  id: string
  apiVersion: string
  body: object & { tags?: Record<string, string> | undefined }
}

/**
 * A change of a version as code. `az sig image-version update` and `Update-AzGalleryImageVersion` leave the encryption
 * of the regions out, so each form sends the whole body. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
 */
export const updateExporters = {
  AzureCli: exportAzureCliUpdate,
  AzurePowerShell: exportAzurePowerShellUpdate,
  Bicep: exportBicepUpdate,
  Rest: exportRestUpdate,
} as const satisfies Record<string, (update: VersionUpdate, cloud: AzureCloud) => ExportedCode>

/** https://learn.microsoft.com/cli/azure/reference-index#az-rest */
function exportAzureCliUpdate({ id, apiVersion, body }: VersionUpdate, cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      plainLine('#!/usr/bin/env bash'),
      plainLine('# az sig image-version update would omit the encryption of the regions.'),
      plainLine('set -euo pipefail'),
      ...azCloudLines(cloud).map(plainLine),
      plainLine(''),
      ...azPutLines({ id, apiVersion, body }),
    ],
    'update-image-version.sh',
    [],
  )
}

/** The PUT with az. */
export function azPutLines({ id, apiVersion, body }: VersionUpdate): CodeLine[] {
  return [
    plainLine('az rest --method=put \\'),
    plainLine(`  ${azureCliOption('url', `${encodeURI(addressPath(id))}?api-version=${apiVersion}`)} \\`),
    plainLine("  --body=@- <<'JSON'"),
    ...literalLines(body, jsonSyntax),
    plainLine('JSON'),
  ]
}

/** https://learn.microsoft.com/powershell/module/az.accounts/invoke-azrestmethod */
function exportAzurePowerShellUpdate({ id, apiVersion, body }: VersionUpdate, cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      ...azPowerShellNeeds('', cloud).map(plainLine),
      plainLine('# Update-AzGalleryImageVersion would omit the encryption of the regions.'),
      plainLine("$ErrorActionPreference = 'Stop'"),
      plainLine(''),
      ...powershellPutLines({ id, apiVersion, body }),
    ],
    'Update-ImageVersion.ps1',
    [],
  )
}

/** The PUT with PowerShell; its address is then in `$update.Path`. */
export function powershellPutLines({ id, apiVersion, body }: VersionUpdate): CodeLine[] {
  return [
    // No line of JSON starts with the quotation mark that would end the text.
    plainLine("$body = @'"),
    ...literalLines(body, jsonSyntax),
    plainLine("'@"),
    plainLine(''),
    plainLine('$update = @{'),
    plainLine("  Method = 'PUT'"),
    plainLine(`  Path = ${powershellQuoted(`${encodeURI(addressPath(id))}?api-version=${apiVersion}`)}`),
    plainLine('  Payload = $body'),
    plainLine('}'),
    plainLine('$answer = Invoke-AzRestMethod @update'),
    plainLine('if ($answer.StatusCode -ge 400) { throw $answer.Content }'),
  ]
}

function exportBicepUpdate(update: VersionUpdate, cloud: AzureCloud): ExportedCode {
  const fileName = 'update-image-version.bicep'
  return exportedCode([...bicepUpdateHead(fileName, cloud), ...bicepResourceLines([update])], fileName, [])
}

/** How the file is deployed. */
export function bicepUpdateHead(fileName: string, cloud: AzureCloud): CodeLine[] {
  return [
    '// Each version is stated whole: the encryption of a region that is left out here might be lost.',
    "// Deploy it to the gallery's resource group:",
    ...bicepCloudLines(cloud),
    `// az deployment group create --template-file ${fileName}`,
  ].map(plainLine)
}

/**
 * The versions as they are after their updates, each after the one before.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/resource-dependencies
 */
export function bicepResourceLines(updates: readonly VersionUpdate[]): CodeLine[] {
  return updates.flatMap(({ id, apiVersion, body }, index) => {
    const parsed = parseResourceId(addressPath(id))
    const resource = {
      name: parsed.names.join('/'),
      ...body,
      // Any word of the language can be the name of a tag.
      ...(body.tags && { tags: new NamedByUser(body.tags) }),
      ...(index > 0 && { dependsOn: [new Verbatim(`version${index}`)] }),
    }
    const opening = `resource version${index + 1} ${bicepQuoted(`${resourceType(parsed)}@${apiVersion}`)} = `
    return [plainLine(''), ...prefixed(opening, literalLines(resource, bicepSyntax))]
  })
}

/** https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update */
function exportRestUpdate({ id, apiVersion, body }: VersionUpdate, cloud: AzureCloud): ExportedCode {
  const lines = restCallLines({ id, apiVersion, body, isUnfinished: false, path: [], cloud })
  return exportedCode(lines, 'update-image-version.sh', [])
}

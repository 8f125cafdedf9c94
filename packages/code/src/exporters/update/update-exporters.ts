import { type AzureCloud, parseResourceId, resourceType } from '@portal/arm'
import { addressPath } from '../../quoting/address.ts'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { bashQuoted } from '../../quoting/bash.ts'
import { bicepQuoted } from '../../quoting/bicep.ts'
import { powershellQuoted } from '../../quoting/powershell.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { bicepSyntax } from '../image-version/bicep.ts'
import { restBodyLines, restCallLines, restScriptStart } from '../rest-call.ts'
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
 * Updates of versions as code, each after Azure has completed the one before. `az sig image-version update` and
 * `Update-AzGalleryImageVersion` leave the encryption of the regions out, so each form sends the whole body. Throws
 * `RefusedCharacter`. https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
 */
export const updateExporters = {
  AzureCli: exportAzureCliUpdates,
  AzurePowerShell: exportAzurePowerShellUpdates,
  Bicep: exportBicepUpdates,
  Rest: exportRestUpdates,
} as const satisfies Record<string, (updates: readonly VersionUpdate[], cloud: AzureCloud) => ExportedCode>

// Of several updates, each is waited for: seconds between two reads.
const pause = 10

/**
 * https://learn.microsoft.com/cli/azure/reference-index#az-rest
 * https://learn.microsoft.com/cli/azure/resource#az-resource-wait
 */
function exportAzureCliUpdates(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      plainLine('#!/usr/bin/env bash'),
      plainLine('# az sig image-version update would omit the encryption of the regions.'),
      plainLine('set -euo pipefail'),
      ...azCloudLines(cloud).map(plainLine),
      ...updates.flatMap(({ id, apiVersion, body }) => [
        plainLine(''),
        plainLine('az rest --method=put \\'),
        plainLine(`  ${azureCliOption('url', `${encodeURI(addressPath(id))}?api-version=${apiVersion}`)} \\`),
        plainLine("  --body=@- <<'JSON'"),
        ...literalLines(body, jsonSyntax),
        plainLine('JSON'),
        ...waited(updates, [
          `az resource wait ${azureCliOption('ids', addressPath(id))} --api-version=${apiVersion} --updated --interval=${pause}`,
        ]),
      ]),
    ],
    updates.length === 1 ? 'update-image-version.sh' : 'change-latest.sh',
    [],
  )
}

/** https://learn.microsoft.com/powershell/module/az.accounts/invoke-azrestmethod */
function exportAzurePowerShellUpdates(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      ...azPowerShellNeeds('', cloud).map(plainLine),
      plainLine('# Update-AzGalleryImageVersion would omit the encryption of the regions.'),
      plainLine("$ErrorActionPreference = 'Stop'"),
      ...updates.flatMap(({ id, apiVersion, body }) => [
        plainLine(''),
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
        ...waited(updates, [
          'do {',
          `  Start-Sleep -Seconds ${pause}`,
          '  $answer = Invoke-AzRestMethod -Method GET -Path $update.Path',
          '  if ($answer.StatusCode -ge 400) { throw $answer.Content }',
          '  $state = ($answer.Content | ConvertFrom-Json).properties.provisioningState',
          "} while ($state -notin 'Succeeded', 'Failed')",
          "if ($state -eq 'Failed') { throw $answer.Content }",
        ]),
      ]),
    ],
    updates.length === 1 ? 'Update-ImageVersion.ps1' : 'Change-Latest.ps1',
    [],
  )
}

function exportBicepUpdates(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  const fileName = updates.length === 1 ? 'update-image-version.bicep' : 'change-latest.bicep'
  return exportedCode([...bicepHead(fileName, cloud), ...bicepResourceLines(updates)], fileName, [])
}

/** How the file is deployed. */
function bicepHead(fileName: string, cloud: AzureCloud): CodeLine[] {
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
function bicepResourceLines(updates: readonly VersionUpdate[]): CodeLine[] {
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
function exportRestUpdates(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  const [only, ...others] = updates
  if (only !== undefined && others.length === 0)
    return exportedCode(restCallLines({ ...only, isUnfinished: false, path: [], cloud }), 'update-image-version.sh', [])
  return exportedCode(
    [
      ...restScriptStart(false, cloud),
      ...updates.flatMap(({ id, apiVersion, body }) => [
        plainLine(''),
        plainLine(
          `url=${bashQuoted(`${cloud.resourceManager}${encodeURI(addressPath(id))}?api-version=${apiVersion}`)}`,
        ),
        plainLine('curl --fail-with-body --request PUT --url "$url" \\'),
        ...restBodyLines(body),
        ...waited(updates, [
          'while true; do',
          `  sleep ${pause}`,
          `  answer=$(curl --silent --show-error --fail-with-body --url "$url" --header @<(printf 'Authorization: Bearer %s' "$token"))`,
          `  if grep --quiet '"provisioningState": *"Succeeded"' <<<"$answer"; then break; fi`,
          `  if grep --quiet '"provisioningState": *"Failed"' <<<"$answer"; then printf '%s\\n' "$answer" >&2; exit 1; fi`,
          'done',
        ]),
      ]),
    ],
    'change-latest.sh',
    [],
  )
}

function waited(updates: readonly VersionUpdate[], lines: string[]): CodeLine[] {
  return updates.length === 1 ? [] : lines.map(plainLine)
}

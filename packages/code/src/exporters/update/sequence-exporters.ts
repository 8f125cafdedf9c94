import type { AzureCloud } from '@portal/arm'
import { addressPath } from '../../quoting/address.ts'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { bashQuoted } from '../../quoting/bash.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { restScriptStart } from '../rest-call.ts'
import { plainLine } from '../shown/code-line.ts'
import { azCloudLines, azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines } from '../syntax/literal-lines.ts'
import {
  azPutLines,
  bicepResourceLines,
  bicepUpdateHead,
  powershellPutLines,
  type VersionUpdate,
} from './update-exporters.ts'

/**
 * Updates of several versions as code, each with the whole body, and each after Azure has completed the one before.
 * Throws `RefusedCharacter`.
 */
export const sequenceExporters = {
  AzureCli: exportAzureCliSequence,
  AzurePowerShell: exportAzurePowerShellSequence,
  Bicep: exportBicepSequence,
  Rest: exportRestSequence,
} as const satisfies Record<string, (updates: readonly VersionUpdate[], cloud: AzureCloud) => ExportedCode>

const pause = 10

/** https://learn.microsoft.com/cli/azure/resource#az-resource-wait */
function exportAzureCliSequence(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      plainLine('#!/usr/bin/env bash'),
      plainLine('# az sig image-version update would omit the encryption of the regions.'),
      plainLine('set -euo pipefail'),
      ...azCloudLines(cloud).map(plainLine),
      ...updates.flatMap((update) => [
        plainLine(''),
        ...azPutLines(update),
        plainLine(
          `az resource wait ${azureCliOption('ids', addressPath(update.id))} --api-version=${update.apiVersion} --updated --interval=${pause}`,
        ),
      ]),
    ],
    'change-latest.sh',
    [],
  )
}

function exportAzurePowerShellSequence(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      ...azPowerShellNeeds('', cloud).map(plainLine),
      plainLine('# Update-AzGalleryImageVersion would omit the encryption of the regions.'),
      plainLine("$ErrorActionPreference = 'Stop'"),
      ...updates.flatMap((update) => [
        plainLine(''),
        ...powershellPutLines(update),
        plainLine('do {'),
        plainLine(`  Start-Sleep -Seconds ${pause}`),
        plainLine('  $answer = Invoke-AzRestMethod -Method GET -Path $update.Path'),
        plainLine('  if ($answer.StatusCode -ge 400) { throw $answer.Content }'),
        plainLine('  $state = ($answer.Content | ConvertFrom-Json).properties.provisioningState'),
        plainLine("} while ($state -notin 'Succeeded', 'Failed')"),
        plainLine("if ($state -eq 'Failed') { throw $answer.Content }"),
      ]),
    ],
    'Change-Latest.ps1',
    [],
  )
}

function exportBicepSequence(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  const fileName = 'change-latest.bicep'
  return exportedCode([...bicepUpdateHead(fileName, cloud), ...bicepResourceLines(updates)], fileName, [])
}

/** https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update */
function exportRestSequence(updates: readonly VersionUpdate[], cloud: AzureCloud): ExportedCode {
  return exportedCode(
    [
      ...restScriptStart(false, cloud),
      ...updates.flatMap(({ id, apiVersion, body }) => [
        plainLine(''),
        plainLine(
          `url=${bashQuoted(`${cloud.resourceManager}${encodeURI(addressPath(id))}?api-version=${apiVersion}`)}`,
        ),
        plainLine('curl --fail-with-body --request PUT --url "$url" \\'),
        plainLine(`  --header @<(printf 'Authorization: Bearer %s' "$token") \\`),
        plainLine("  --header 'Content-Type: application/json' \\"),
        plainLine("  --data-binary @- <<'JSON'"),
        ...literalLines(body, jsonSyntax),
        plainLine('JSON'),
        ...waitLines.map(plainLine),
      ]),
    ],
    'change-latest.sh',
    [],
  )
}

const waitLines = [
  'while true; do',
  `  sleep ${pause}`,
  `  answer=$(curl --silent --show-error --fail-with-body --url "$url" --header @<(printf 'Authorization: Bearer %s' "$token"))`,
  `  if grep --quiet '"provisioningState": *"Succeeded"' <<<"$answer"; then break; fi`,
  `  if grep --quiet '"provisioningState": *"Failed"' <<<"$answer"; then printf '%s\\n' "$answer" >&2; exit 1; fi`,
  'done',
]

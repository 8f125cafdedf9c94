import type { Inventory } from '../inventory.ts'
import type { ImageVersionPlan } from '../plan.ts'
import { bashQuoted } from '../quoting/bash.ts'
import { bashGuard } from './bash-guard.ts'
import { plainLine } from './code-line.ts'
import { exportedCode, type ExportedCode } from './exported-code.ts'
import { imageVersionApiVersion } from './image-version-type.ts'
import { jsonSyntax } from './json-syntax.ts'
import { literalLines } from './literal-lines.ts'
import { hasPlaceholders, withPlaceholders } from './placeholders.ts'
import { shownBody } from './shown-body.ts'

/**
 * The call of Azure's own API that creates the version, with curl. The token is asked of az when it runs, and never on
 * a command line. Throws `RefusedCharacter`. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export function exportRest(plan: ImageVersionPlan, inventory?: Inventory): ExportedCode {
  const filled = withPlaceholders(plan, inventory)
  const isUnfinished = hasPlaceholders(filled)
  const id = `${filled.imageDefinitionId}/versions/${filled.name}`
  // A placeholder is left as it is, to be found.
  const path = isUnfinished ? id : encodeURI(id)
  const url = `https://management.azure.com${path}?api-version=${imageVersionApiVersion}`
  return exportedCode(
    [
      ...['#!/usr/bin/env bash', 'set -euo pipefail', ...(isUnfinished ? [bashGuard] : []), ''].map(plainLine),
      plainLine('token=$(az account get-access-token --query accessToken --output tsv)'),
      plainLine('curl --fail-with-body --request PUT \\'),
      { text: `  --url ${bashQuoted(url)} \\`, path: ['name'] },
      plainLine(`  --header @<(printf 'Authorization: Bearer %s' "$token") \\`),
      plainLine("  --header 'Content-Type: application/json' \\"),
      plainLine("  --data-binary @- <<'JSON'"),
      ...literalLines(shownBody(filled), jsonSyntax),
      plainLine('JSON'),
    ],
    'create-image-version.sh',
    [],
  )
}

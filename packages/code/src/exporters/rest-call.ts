import type { AzureCloud } from '@portal/arm'
import type { IssuePath } from '@portal/image-version'
import { addressPath } from '../quoting/address.ts'
import { bashQuoted } from '../quoting/bash.ts'
import { plainLine, type CodeLine } from './shown/code-line.ts'
import { bashGuard } from './syntax/bash-guard.ts'
import { azCloudLines } from './syntax/cloud-in-tools.ts'
import { jsonSyntax } from './syntax/json-syntax.ts'
import { literalLines } from './syntax/literal-lines.ts'

/** A PUT to Azure Resource Manager. */
export interface RestCall {
  /** ID of the resource, with placeholders for what is not chosen */
  id: string
  apiVersion: string
  body: unknown
  isUnfinished: boolean
  /** the field that the address shows */
  path: IssuePath
  cloud: AzureCloud
}

/**
 * A script that sends the call with curl. It gets the token from az when it runs; the token is never on a command line.
 * Throws `RefusedCharacter`. https://learn.microsoft.com/rest/api/azure/
 */
export function restCallLines({ id, apiVersion, body, isUnfinished, path, cloud }: RestCall): CodeLine[] {
  // A placeholder stays unchanged, to be found.
  const address = addressPath(id)
  const url = `${cloud.resourceManager}${isUnfinished ? address : encodeURI(address)}?api-version=${apiVersion}`
  return [
    ...restScriptStart(isUnfinished, cloud),
    plainLine('curl --fail-with-body --request PUT \\'),
    { text: `  --url ${bashQuoted(url)} \\`, path },
    ...restBodyLines(body),
  ]
}

/** What a call sends: the token and the body. */
export function restBodyLines(body: unknown): CodeLine[] {
  return [
    plainLine(`  --header @<(printf 'Authorization: Bearer %s' "$token") \\`),
    plainLine("  --header 'Content-Type: application/json' \\"),
    plainLine("  --data-binary @- <<'JSON'"),
    ...literalLines(body, jsonSyntax),
    plainLine('JSON'),
  ]
}

/** Up to the token. */
export function restScriptStart(isUnfinished: boolean, cloud: AzureCloud): CodeLine[] {
  return [
    ...[
      '#!/usr/bin/env bash',
      'set -euo pipefail',
      ...(isUnfinished ? [bashGuard] : []),
      '',
      ...azCloudLines(cloud),
    ].map(plainLine),
    plainLine('token=$(az account get-access-token --query accessToken --output tsv)'),
  ]
}

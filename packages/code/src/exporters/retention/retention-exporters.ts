import { apiVersions, type AzureCloud } from '@portal/arm'
import { imageVersionApiVersion } from '@portal/image-version'
import { retentionQueries, type RetentionAction, type RetentionRule } from '@portal/version-update'
import { addressPath } from '../../quoting/address.ts'
import { bashQuoted } from '../../quoting/bash.ts'
import { powershellQuoted } from '../../quoting/powershell.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { type CodeLine, plainLine } from '../shown/code-line.ts'
import { azCloudLines, azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines } from '../syntax/literal-lines.ts'
import { retentionBody, retentionProgram } from './retention-program.ts'

/** A rule, on whose versions it decides (a definition, a gallery or a subscription, by ID), and what the rest gets. */
export interface AppliedRule {
  scopeId: string
  rule: RetentionRule
  action: Exclude<RetentionAction, 'lock'>
  /** of a revocation; '' otherwise */
  reason: string
}

/**
 * A retention rule as a script that applies it without anyone there, with the guards of the portal, version by version
 * on the facts of the moment. Without its switch to run it only prints its decisions. Throws `RefusedCharacter`.
 */
export const retentionExporters = {
  AzureCli: exportAzureCliRetention,
  AzurePowerShell: exportAzurePowerShellRetention,
} as const satisfies Record<string, (applied: AppliedRule, cloud: AzureCloud) => ExportedCode>

const about = [
  '# Keeps versions by a rule, and whatever the rule: what is in use, latest, locked, protected, the source of others',
  '# or part of a campaign. Stops if a fact changes while it runs.',
  '# NOT GUARDED: ages follow the clock of this computer; nobody else confirms a deletion; no run is recorded in Azure.',
  '# Requires jq, and Reader on every subscription whose machines could use the versions.',
]

const versionUrl = `?api-version=${imageVersionApiVersion}`
// Each file, and the list of ARM that fills it; in both shells, $definition, $gallery and $group are IDs.
const lists = {
  versions: `$definition/versions${versionUrl}`,
  locks: `$definition/providers/Microsoft.Authorization/locks?api-version=${apiVersions.locks.version}`,
  deployments: `$group/providers/Microsoft.Resources/deployments?api-version=${apiVersions.deployments.version}&%24filter=provisioningState%20eq%20'Running'`,
  gallery: `$gallery${versionUrl}&%24select=Permissions`,
}
const subscriptionsUrl = `/subscriptions?api-version=${apiVersions.subscriptions.version}`
const permissionsUrl = `/providers/Microsoft.Authorization/permissions?api-version=${apiVersions.roleAssignments.version}`
const graphUrl = `/providers/Microsoft.ResourceGraph/resources?api-version=${apiVersions.resourceGraph.version}`
const queries = retentionQueries('@definition@', (text) => `'${text}'`)
const files = ['asked', 'subscriptions', ...Object.keys(lists), ...Object.keys(queries)]
// In files: PowerShell before 7.3 takes the quotes out of an argument.
const programs = (action: AppliedRule['action']) =>
  Object.entries({ decide: retentionProgram, ...(action !== 'delete' && { body: retentionBody }) })
const shown = String.raw`"\(.id) \(if .reasons == [] then "goes" else "stays: " + (.reasons | join(", ")) end)"`

/** The query of Resource Graph for the definitions in a scope. Throws `RefusedCharacter`. */
export function definitionsQuery(scopeId: string): string {
  // An ID has no character that could end the text.
  const id = addressPath(scopeId).replaceAll("'", '')
  return `Resources | where type =~ 'microsoft.compute/galleries/images' | where id =~ '${id}' or id startswith '${id}/' | project id | order by id asc`
}

/** https://learn.microsoft.com/cli/azure/reference-index#az-rest */
function exportAzureCliRetention({ scopeId, rule, action, reason }: AppliedRule, cloud: AzureCloud): ExportedCode {
  const script = retentionScript(action, {
    asked: [`cat > "$folder/asked.json" <<'JSON'`, literalLines({ action, rule, reason }, jsonSyntax), 'JSON'],
    definitions: [`query ${bashQuoted(definitionsQuery(scopeId))} > "$folder/definitions.json"`],
  })
  const lines = [
    '#!/usr/bin/env bash',
    ...about,
    '# bash clean-up.sh prints the decisions; bash clean-up.sh --run carries them out.',
    'set -euo pipefail',
    ...azCloudLines(cloud),
    '',
    ...script,
  ]
  return scriptOf(lines, 'clean-up.sh')
}

/**
 * The bash that applies a rule if its first argument is `--run`. In its folder `$folder`, the lines `asked` write
 * `asked.json`, the action, the rule and the reason, and `definitions` write `definitions.json`, as Resource Graph
 * answers.
 */
export function retentionScript<Line extends string | CodeLine[]>(
  action: AppliedRule['action'],
  { asked, definitions }: { asked: Line[]; definitions: string[] },
): (string | Line)[] {
  const act =
    action === 'delete'
      ? [
          `  az rest --method=delete --url="$1${versionUrl}"`,
          `  az resource wait --ids="$1" --api-version=${imageVersionApiVersion} --deleted --interval=10`,
        ]
      : [
          `  az rest --method=get --url="$1${versionUrl}" > "$folder/version.json"`,
          '  jq --slurpfile asked "$folder/asked.json" --slurpfile decided "$folder/now.json" --from-file "$folder/body.jq" "$folder/version.json" > "$folder/body.json"',
          `  az rest --method=put --url="$1${versionUrl}" --body=@"$folder/body.json" --output=none`,
          `  az resource wait --ids="$1" --api-version=${imageVersionApiVersion} --updated --interval=10`,
        ]
  return [
    'folder=$(mktemp -d)',
    `trap 'rm -rf "$folder"' EXIT`,
    ...asked,
    ...programs(action).flatMap(([name, program]) => [
      `cat > "$folder/${name}.jq" <<'JQ'`,
      ...program.split('\n'),
      'JQ',
    ]),
    '',
    '# All pages of a list, one after the other.',
    'pages() {',
    '  local url=$1 page',
    '  while [ -n "$url" ]; do',
    '    page=$(az rest --method=get --url="$url")',
    `    printf '%s\\n' "$page"`,
    `    url=$(jq --raw-output '.nextLink // ""' <<<"$page")`,
    '  done',
    '}',
    '',
    'query() {',
    "  local token='' page",
    '  while true; do',
    `    jq --null-input --arg query "$1" --arg token "$token" '{query: $query} + if $token == "" then {} else {options: {"$skipToken": $token}} end' > "$folder/query.json"`,
    `    page=$(az rest --method=post --url=${bashQuoted(graphUrl)} --body=@"$folder/query.json")`,
    `    printf '%s\\n' "$page"`,
    `    token=$(jq --raw-output '."$skipToken" // ""' <<<"$page")`,
    '    if [ -z "$token" ]; then break; fi',
    '  done',
    '}',
    '',
    'decide() {',
    '  local definition=$1 gallery=${1%/images/*} group=${1%%/providers/*}',
    ...Object.entries(lists).map(([name, url]) => `  pages "${url}" > "$folder/${name}.json"`),
    ...Object.entries(queries).flatMap(([name, query]) => [
      `  query=${bashQuoted(query.replaceAll(/\n\s*/g, ' '))}`,
      `  query "\${query//@definition@/\${1,,}}" > "$folder/${name}.json"`,
    ]),
    `  jq --null-input --compact-output ${files.map((name) => `--slurpfile ${name} "$folder/${name}.json"`).join(' ')} --from-file "$folder/decide.jq"`,
    '}',
    '',
    'act() {',
    ...act,
    '}',
    '',
    `pages ${bashQuoted(subscriptionsUrl)} > "$folder/all.json"`,
    `for subscription in $(jq --raw-output '.value[].subscriptionId' "$folder/all.json"); do`,
    `  pages "/subscriptions/$subscription${permissionsUrl}" | jq --arg name "$subscription" '. + {name: $name}'`,
    'done > "$folder/subscriptions.json"',
    ...definitions,
    `for definition in $(jq --raw-output '.data[].id' "$folder/definitions.json"); do`,
    '  decide "$definition" > "$folder/decisions.json"',
    `  jq --raw-output ${bashQuoted(shown)} "$folder/decisions.json"`,
    '  if [ "${1:-}" != --run ]; then continue; fi',
    `  for id in $(jq --raw-output 'select(.reasons == []) | .id' "$folder/decisions.json"); do`,
    '    decide "$definition" > "$folder/now.json"',
    `    if ! jq --exit-status --arg id "$id" 'select(.id == $id) | .reasons == []' "$folder/now.json" > "$folder/goes"; then`,
    '      echo "Stopped: a fact has changed for $id" >&2',
    '      exit 3',
    '    fi',
    '    act "$id"',
    '  done',
    'done',
  ]
}

/** https://learn.microsoft.com/powershell/module/az.accounts/invoke-azrestmethod */
function exportAzurePowerShellRetention(
  { scopeId, rule, action, reason }: AppliedRule,
  cloud: AzureCloud,
): ExportedCode {
  const lines: (string | CodeLine[])[] = [
    ...about,
    ...azPowerShellNeeds('', cloud),
    '# ./Clean-Up.ps1 prints the decisions; ./Clean-Up.ps1 -Run carries them out.',
    'param([switch]$Run)',
    "$ErrorActionPreference = 'Stop'",
    '',
    '# jq reads and writes UTF-8.',
    '$OutputEncoding = [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)',
    '$folder = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())',
    'New-Item -ItemType Directory -Path $folder | Out-Null',
    "[IO.File]::WriteAllText((Join-Path $folder 'asked.json'), @'",
    literalLines({ action, rule, reason }, jsonSyntax),
    "'@)",
    ...programs(action).flatMap(([name, program]) => [
      `[IO.File]::WriteAllText((Join-Path $folder '${name}.jq'), @'`,
      ...program.split('\n'),
      "'@)",
    ]),
    '',
    'function Send($Request) {',
    '  $answer = Invoke-AzRestMethod @Request',
    '  if ($answer.StatusCode -ge 400) { throw $answer.Content }',
    '  $answer.Content',
    '}',
    '',
    '# All pages of a list, one after the other.',
    'function Get-Pages($Path) {',
    '  while ($Path) {',
    "    $page = Send @{ Method = 'GET'; Path = $Path }",
    '    $page',
    '    $next = ($page | ConvertFrom-Json).nextLink',
    '    $Path = if ($next) { ([uri]$next).PathAndQuery }',
    '  }',
    '}',
    '',
    'function Get-Rows($Query) {',
    '  $body = @{ query = $Query }',
    '  do {',
    `    $page = Send @{ Method = 'POST'; Path = ${powershellQuoted(graphUrl)}; Payload = (ConvertTo-Json $body) }`,
    '    $page',
    "    $token = ($page | ConvertFrom-Json).'$skipToken'",
    "    $body.options = @{ '$skipToken' = $token }",
    '  } while ($token)',
    '}',
    '',
    'function Save($Name, $Pages) {',
    '  [IO.File]::WriteAllText((Join-Path $folder "$Name.json"), ($Pages -join "`n"))',
    '}',
    '',
    'function Get-Decisions($definition) {',
    "  $gallery = $definition -replace '/images/[^/]+$'",
    "  $group = $definition -replace '/providers/.*$'",
    // The backquote would escape; the addresses have none.
    ...Object.entries(lists).map(([name, url]) => `  Save ${name} (Get-Pages "${url.replace(/\$(\w+)/, '$${$1}')}")`),
    ...Object.entries(queries).map(
      ([name, query]) =>
        `  Save ${name} (Get-Rows (${powershellQuoted(query.replaceAll(/\n\s*/g, ' '))}.Replace('@definition@', $definition.ToLowerInvariant())))`,
    ),
    `  $files = ${files.map((name) => powershellQuoted(name)).join(', ')} | ForEach-Object { '--slurpfile', $_, (Join-Path $folder "$_.json") }`,
    "  $decided = jq --null-input --compact-output @files --from-file (Join-Path $folder 'decide.jq')",
    "  if ($LASTEXITCODE -ne 0) { throw 'jq failed.' }",
    '  Save decided $decided',
    '  $decided | ForEach-Object { ConvertFrom-Json $_ }',
    '}',
    '',
    'try {',
    `  $subscriptions = Get-Pages ${powershellQuoted(subscriptionsUrl)} | ForEach-Object { ($_ | ConvertFrom-Json).value.subscriptionId }`,
    '  Save subscriptions ($subscriptions | ForEach-Object {',
    '      $subscription = $_',
    `      Get-Pages "/subscriptions/$subscription${permissionsUrl}" | ForEach-Object {`,
    '        ConvertTo-Json -Depth 10 -Compress ($_ | ConvertFrom-Json | Add-Member name $subscription -PassThru)',
    '      }',
    '    })',
    `  $definitions = Get-Rows ${powershellQuoted(definitionsQuery(scopeId))} | ForEach-Object { ($_ | ConvertFrom-Json).data.id }`,
    '  foreach ($definition in $definitions) {',
    '    $decisions = Get-Decisions $definition',
    '    foreach ($one in $decisions) {',
    `      "$($one.id) $(if ($one.reasons) { 'stays: ' + ($one.reasons -join ', ') } else { 'goes' })"`,
    '    }',
    '    if (-not $Run) { continue }',
    '    foreach ($one in $decisions | Where-Object { -not $_.reasons }) {',
    '      $now = Get-Decisions $definition | Where-Object id -eq $one.id',
    '      if (-not $now -or $now.reasons) { throw "Stopped: a fact has changed for $($one.id)" }',
    ...(action === 'delete'
      ? [
          `      Send @{ Method = 'DELETE'; Path = "$($one.id)${versionUrl}" } | Out-Null`,
          '      do {',
          '        Start-Sleep -Seconds 10',
          `        $answer = Invoke-AzRestMethod -Method GET -Path "$($one.id)${versionUrl}"`,
          '      } while ($answer.StatusCode -lt 400)',
          '      if ($answer.StatusCode -ne 404) { throw $answer.Content }',
        ]
      : [
          `      Save version (Send @{ Method = 'GET'; Path = "$($one.id)${versionUrl}" })`,
          "      $files = 'asked', 'decided' | ForEach-Object { '--slurpfile', $_, (Join-Path $folder \"$_.json\") }",
          "      $body = jq @files --from-file (Join-Path $folder 'body.jq') (Join-Path $folder 'version.json')",
          "      if ($LASTEXITCODE -ne 0) { throw 'jq failed.' }",
          `      Send @{ Method = 'PUT'; Path = "$($one.id)${versionUrl}"; Payload = ($body -join "\`n") } | Out-Null`,
          '      do {',
          '        Start-Sleep -Seconds 10',
          `        $state = (Send @{ Method = 'GET'; Path = "$($one.id)${versionUrl}" } | ConvertFrom-Json).properties.provisioningState`,
          "      } while ($state -notin 'Succeeded', 'Failed')",
          `      if ($state -eq 'Failed') { throw "Azure couldn't change $($one.id)" }`,
        ]),
    '    }',
    '  }',
    '} finally {',
    '  Remove-Item -Recurse $folder',
    '}',
  ]
  return scriptOf(lines, 'Clean-Up.ps1')
}

function scriptOf(lines: readonly (string | CodeLine[])[], fileName: string): ExportedCode {
  const codeLines = lines.flatMap((line) => (typeof line === 'string' ? [plainLine(line)] : line))
  return exportedCode(codeLines, fileName, [])
}

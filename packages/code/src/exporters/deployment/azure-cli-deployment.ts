import type { AzureCloud } from '@portal/arm'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { bashGuard } from '../syntax/bash-guard.ts'
import { azCloudLines } from '../syntax/cloud-in-tools.ts'
import { isUnfinished, type Deployment } from './deployment.ts'
import { templateLines } from './template-lines.ts'

/**
 * The Azure CLI command that deploys the template. az prompts for a secure parameter when it runs. Throws
 * `RefusedCharacter`. https://learn.microsoft.com/cli/azure/deployment
 */
export function exportAzureCliDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
  const { subscriptionId, resourceGroupName, subscriptionLocation, name } = deployment
  const isOfGroup = subscriptionLocation === undefined
  return exportedCode(
    [
      plainLine('#!/usr/bin/env bash'),
      plainLine('# Run this in bash. PowerShell would change the values.'),
      plainLine('set -euo pipefail'),
      ...(isUnfinished(deployment) ? [plainLine(bashGuard)] : []),
      ...azCloudLines(cloud).map(plainLine),
      plainLine(''),
      plainLine('template=$(mktemp)'),
      plainLine(`trap 'rm -f "$template"' EXIT`),
      plainLine(`cat > "$template" <<'JSON'`),
      ...templateLines(deployment),
      plainLine('JSON'),
      plainLine(''),
      plainLine(`az deployment ${isOfGroup ? 'group' : 'sub'} create \\`),
      { text: `  ${azureCliOption('subscription', subscriptionId)} \\`, path: ['subscriptionId'] },
      isOfGroup
        ? { text: `  ${azureCliOption('resource-group', resourceGroupName)} \\`, path: ['resourceGroup'] }
        : plainLine(`  ${azureCliOption('location', subscriptionLocation)} \\`),
      plainLine(`  ${azureCliOption('name', name)} \\`),
      plainLine('  --template-file="$template"'),
    ],
    `${deployment.fileName ?? 'deploy'}.sh`,
    [],
  )
}

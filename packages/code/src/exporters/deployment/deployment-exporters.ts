import { apiVersions, parseResourceId, type AzureCloud } from '@portal/arm'
import { type Successor, toCampaignTemplate } from '@portal/campaign'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { powershellQuoted } from '../../quoting/powershell.ts'
import { type ExportedCode, exportedCode } from '../exported-code.ts'
import { restCallLines } from '../rest-call.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { withShownParts } from '../shown/shown-parts.ts'
import { bashGuard } from '../syntax/bash-guard.ts'
import { azCloudLines, azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines } from '../syntax/literal-lines.ts'
import { powershellGuard } from '../syntax/powershell-guard.ts'
import { exportBicepDeployment } from './bicep-deployment.ts'
import { isUnfinished, type Deployment } from './deployment.ts'
import { standaloneTemplate } from './standalone-template.ts'

/**
 * The Azure PowerShell cmdlet that deploys the template. It prompts for a secure parameter when it runs. Throws
 * `RefusedCharacter`. https://learn.microsoft.com/powershell/module/az.resources/new-azresourcegroupdeployment
 */
function exportAzurePowerShellDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
  const { subscriptionId, resourceGroupName, subscriptionLocation, name } = deployment
  const isOfGroup = subscriptionLocation === undefined
  return exportedCode(
    [
      ...azPowerShellNeeds('the module Az.Resources and ', cloud).map(plainLine),
      plainLine("$ErrorActionPreference = 'Stop'"),
      ...(isUnfinished(deployment) ? [plainLine(powershellGuard)] : []),
      { text: `Set-AzContext -Subscription ${powershellQuoted(subscriptionId)} | Out-Null`, path: ['subscriptionId'] },
      plainLine(''),
      plainLine("$template = Join-Path ([IO.Path]::GetTempPath()) 'azuredeploy.json'"),
      // No line of JSON starts with the quotation mark that would end the text.
      plainLine("Set-Content -Path $template -Encoding utf8 -Value @'"),
      ...templateLines(deployment),
      plainLine("'@"),
      plainLine(''),
      plainLine('$deployment = @{'),
      isOfGroup
        ? { text: `  ResourceGroupName = ${powershellQuoted(resourceGroupName)}`, path: ['resourceGroup'] }
        : plainLine(`  Location = ${powershellQuoted(subscriptionLocation)}`),
      plainLine(`  Name = ${powershellQuoted(name)}`),
      plainLine('  TemplateFile = $template'),
      plainLine('}'),
      plainLine(`${isOfGroup ? 'New-AzResourceGroupDeployment' : 'New-AzSubscriptionDeployment'} @deployment`),
    ],
    `${deployment.fileName ?? 'Deploy'}.ps1`,
    [],
  )
}

/**
 * The Azure CLI command that deploys the template. az prompts for a secure parameter when it runs. Throws
 * `RefusedCharacter`. https://learn.microsoft.com/cli/azure/deployment
 */
function exportAzureCliDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
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

/**
 * The call of Azure's own API that deploys the template, with curl; a secure parameter is a placeholder. Throws
 * `RefusedCharacter`.
 * https://learn.microsoft.com/rest/api/resources/deployments/create-or-update
 */
function exportRestDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
  const { subscriptionId, resourceGroupName, subscriptionLocation, name, template, shownParts = [] } = deployment
  const group = subscriptionLocation === undefined ? `/resourceGroups/${resourceGroupName}` : ''
  const standalone = standaloneTemplate(template)
  const names = Object.keys(standalone.parameters)
  const parameters = Object.fromEntries(names.map((parameter) => [parameter, { value: `<${parameter}>` }]))
  const lines = restCallLines({
    id: `/subscriptions/${subscriptionId}${group}/providers/Microsoft.Resources/deployments/${name}`,
    apiVersion: apiVersions.deployments.version,
    body: {
      ...(subscriptionLocation !== undefined && { location: subscriptionLocation }),
      properties: { mode: 'Incremental', template: withShownParts(standalone, shownParts), parameters },
    },
    isUnfinished: names.length > 0 || isUnfinished(deployment),
    path: ['resourceGroup'],
    cloud,
  })
  return exportedCode(lines, `${deployment.fileName ?? 'deploy'}.sh`, [])
}

/**
 * The template itself. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
function exportArmTemplateDeployment(deployment: Deployment): ExportedCode {
  return exportedCode(templateLines(deployment), `${deployment.fileName ?? 'azuredeploy'}.json`, [])
}

/** Each language that a deployment of a template can be written in. Throws `RefusedCharacter`. */
export const deploymentExporters: Record<DeploymentLanguage, DeploymentExporter> = {
  AzureCli: exportAzureCliDeployment,
  AzurePowerShell: exportAzurePowerShellDeployment,
  Bicep: exportBicepDeployment,
  ArmTemplate: exportArmTemplateDeployment,
  Rest: exportRestDeployment,
}

export type DeploymentLanguage = 'AzureCli' | 'AzurePowerShell' | 'Bicep' | 'ArmTemplate' | 'Rest'

type DeploymentExporter = (deployment: Deployment, cloud: AzureCloud) => ExportedCode

/** The template as JSON. */
function templateLines({ template, shownParts = [] }: Deployment): CodeLine[] {
  return literalLines(withShownParts(standaloneTemplate(template), shownParts), jsonSyntax)
}

/** The deployment that creates the new versions of one batch, in the resource group of the gallery. */
export function deploymentOfCampaignBatch(name: string, successors: readonly Successor[]): Deployment {
  const { subscriptionId, resourceGroupName } = parseResourceId(successors[0]?.plan.imageDefinitionId ?? '')
  return { subscriptionId, resourceGroupName, name, template: toCampaignTemplate(successors) }
}

import type { AzureCloud } from '@portal/arm'
import { powershellQuoted } from '../../quoting/powershell.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'
import { powershellGuard } from '../syntax/powershell-guard.ts'
import { isUnfinished, type Deployment } from './deployment.ts'
import { templateLines } from './template-lines.ts'

/**
 * The Azure PowerShell cmdlet that deploys the template. It prompts for a secure parameter when it runs. Throws
 * `RefusedCharacter`. https://learn.microsoft.com/powershell/module/az.resources/new-azresourcegroupdeployment
 */
export function exportAzurePowerShellDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
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

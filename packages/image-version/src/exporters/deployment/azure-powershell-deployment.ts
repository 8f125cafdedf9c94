import type { AzureCloud } from '@portal/arm'
import { powershellQuoted } from '../../quoting/powershell.ts'
import { azPowerShellNeeds } from '../cloud-in-tools.ts'
import { plainLine } from '../code-line.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { jsonSyntax } from '../json-syntax.ts'
import { literalLines } from '../literal-lines.ts'
import { powershellGuard } from '../powershell-guard.ts'
import { isUnfinished, type Deployment } from './deployment.ts'
import { standaloneTemplate } from './standalone-template.ts'

/**
 * The cmdlet of Azure PowerShell that deploys the template. It asks for a secure parameter when it runs. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/powershell/module/az.resources/new-azresourcegroupdeployment
 */
export function exportAzurePowerShellDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
  const { subscriptionId, resourceGroupName, name, template } = deployment
  return exportedCode(
    [
      ...azPowerShellNeeds('the module Az.Resources and ', cloud).map(plainLine),
      plainLine("$ErrorActionPreference = 'Stop'"),
      ...(isUnfinished(deployment) ? [plainLine(powershellGuard)] : []),
      plainLine(`Set-AzContext -Subscription ${powershellQuoted(subscriptionId)} | Out-Null`),
      plainLine(''),
      plainLine("$template = Join-Path ([IO.Path]::GetTempPath()) 'azuredeploy.json'"),
      // No line of JSON begins with the quotation mark that would end the text.
      plainLine("Set-Content -Path $template -Encoding utf8 -Value @'"),
      ...literalLines(standaloneTemplate(template), jsonSyntax),
      plainLine("'@"),
      plainLine(''),
      plainLine('$deployment = @{'),
      plainLine(`  ResourceGroupName = ${powershellQuoted(resourceGroupName)}`),
      plainLine(`  Name = ${powershellQuoted(name)}`),
      plainLine('  TemplateFile = $template'),
      plainLine('}'),
      plainLine('New-AzResourceGroupDeployment @deployment'),
    ],
    'Deploy.ps1',
    [],
  )
}

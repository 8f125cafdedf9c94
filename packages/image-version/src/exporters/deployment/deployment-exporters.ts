import type { ExportedCode } from '../exported-code.ts'
import { exportArmTemplateDeployment } from './arm-template-deployment.ts'
import { exportAzureCliDeployment } from './azure-cli-deployment.ts'
import { exportAzurePowerShellDeployment } from './azure-powershell-deployment.ts'
import { exportBicepDeployment } from './bicep-deployment.ts'
import type { Deployment } from './deployment.ts'
import { exportRestDeployment } from './rest-deployment.ts'

/** Each language that a deployment of a template can be written in. Throws `RefusedCharacter`. */
export const deploymentExporters = {
  AzureCli: exportAzureCliDeployment,
  AzurePowerShell: exportAzurePowerShellDeployment,
  Bicep: exportBicepDeployment,
  ArmTemplate: exportArmTemplateDeployment,
  Rest: exportRestDeployment,
} as const satisfies Record<string, (deployment: Deployment) => ExportedCode>

export type DeploymentLanguage = keyof typeof deploymentExporters

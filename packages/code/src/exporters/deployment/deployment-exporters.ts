import type { AzureCloud } from '@portal/arm'
import type { ExportedCode } from '../exported-code.ts'
import { exportArmTemplateDeployment } from './arm-template-deployment.ts'
import { exportAzureCliDeployment } from './azure-cli-deployment.ts'
import { exportAzurePowerShellDeployment } from './azure-powershell-deployment.ts'
import { exportBicepDeployment } from './bicep-deployment.ts'
import type { Deployment } from './deployment.ts'
import { exportRestDeployment } from './rest-deployment.ts'

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

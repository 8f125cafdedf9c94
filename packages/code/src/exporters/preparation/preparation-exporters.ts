import type { AzureCloud } from '@portal/arm'
import { type Preparation, toDeploymentTemplate } from '@portal/disk-encryption'
import { deploymentExporters } from '../deployment/deployment-exporters.ts'
import type { Deployment } from '../deployment/deployment.ts'
import type { ExportedCode } from '../exported-code.ts'
import { exportAzureCliPreparation } from './azure-cli-preparation.ts'
import { exportAzurePowerShellPreparation } from './azure-powershell-preparation.ts'
import { isConfidential } from './prepared-resources.ts'
import { exportTerraformPreparation } from './terraform-preparation.ts'

const deployed = (language: keyof typeof deploymentExporters) => (preparation: Preparation, cloud: AzureCloud) =>
  deploymentExporters[language](deploymentOfPreparation(preparation), cloud)

/**
 * Disk encryption sets and all that they need in each language: providers, vault with purge protection, key, identity,
 * grant, set. Throws `RefusedCharacter`.
 */
export const preparationExporters = {
  AzureCli: byCommands(exportAzureCliPreparation, deployed('AzureCli')),
  AzurePowerShell: byCommands(exportAzurePowerShellPreparation, deployed('AzurePowerShell')),
  Bicep: deployed('Bicep'),
  ArmTemplate: deployed('ArmTemplate'),
  TerraformAzurerm: exportTerraformPreparation,
  Rest: deployed('Rest'),
} as const satisfies Record<string, Exporter>

type Exporter = (preparation: Preparation, cloud: AzureCloud) => ExportedCode

/**
 * Separate commands; for confidential sets, whose keys need more than the commands support, those of the deployment.
 */
function byCommands(commands: Exporter, deployment: Exporter): Exporter {
  return (preparation, cloud) => (isConfidential(preparation) ? deployment : commands)(preparation, cloud)
}

/** The deployment that creates disk encryption sets with everything they need. */
function deploymentOfPreparation(preparation: Preparation): Deployment {
  const { subscriptionId, resourceGroupName } = preparation
  return {
    subscriptionId,
    resourceGroupName,
    name: 'disk-encryption-sets',
    template: toDeploymentTemplate(preparation),
  }
}

/** Whether the language supports what confidential sets, and keys of another tenant, need. */
export function isPreparationLanguage(language: keyof typeof preparationExporters, preparation: Preparation): boolean {
  // The provider itself asks the vault for the key, and is refused in another tenant:
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/28904
  const isElsewhere = preparation.regions.some(({ crossTenantKey }) => crossTenantKey !== undefined)
  return language !== 'TerraformAzurerm' || (!isConfidential(preparation) && !isElsewhere)
}

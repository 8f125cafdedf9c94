import { azureCloudName, type AzureCloud, type AzureCloudName } from '@portal/arm'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { powershellQuoted } from '../../quoting/powershell.ts'

// How each tool selects its cloud. All start in the public cloud, which therefore needs nothing; a cloud that is not
// Microsoft's is selected by the address of its Resource Manager.

const names: Record<AzureCloudName, { terraform?: string; packer?: string }> = {
  AzureCloud: {},
  AzureUSGovernment: { terraform: 'usgovernment', packer: 'USGovernment' },
  AzureChinaCloud: { terraform: 'china', packer: 'China' },
}

/** Lines of bash. https://learn.microsoft.com/cli/azure/manage-clouds-azure-cli */
export function azCloudLines(cloud: AzureCloud): string[] {
  const name = azureCloudName(cloud)
  if (name === 'AzureCloud') return []
  const option = azureCliOption('name', cloud.name)
  const register = `# Run once first: az cloud register ${option} ${azureCliOption('endpoint-resource-manager', cloud.resourceManager)}`
  return [...(name === undefined ? [register] : []), `az cloud set ${option}`]
}

/** The same as comments of Bicep, which is deployed with az. */
export function bicepCloudLines(cloud: AzureCloud): string[] {
  return azCloudLines(cloud).map((line) => `// ${line.replace(/^# /, '')}`)
}

/**
 * What a script of PowerShell needs, as comments: some `modules and ` a session in the cloud.
 * https://learn.microsoft.com/powershell/module/az.accounts/connect-azaccount
 */
export function azPowerShellNeeds(modulesAnd: string, cloud: AzureCloud): string[] {
  const name = azureCloudName(cloud)
  const quoted = powershellQuoted(cloud.name)
  const connect = name === 'AzureCloud' ? 'Connect-AzAccount' : `Connect-AzAccount -Environment ${quoted}`
  const add = `# Run once first: Add-AzEnvironment -Name ${quoted} -ARMEndpoint ${powershellQuoted(cloud.resourceManager)}`
  return [`# Requires ${modulesAnd}${connect}.`, ...(name === undefined ? [add] : [])]
}

/** Arguments of the provider. https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#environment */
export function azurermCloud(cloud: AzureCloud): Record<string, unknown> {
  const name = azureCloudName(cloud)
  return name === undefined ? { metadata_host: hostOf(cloud) } : { environment: names[name].terraform }
}

/** Arguments of the provider. https://registry.terraform.io/providers/Azure/azapi/latest/docs#endpoint */
export function azapiCloud(cloud: AzureCloud): Record<string, unknown> {
  const name = azureCloudName(cloud)
  if (name !== undefined) return { environment: names[name].terraform }
  return {
    endpoint: [
      {
        resource_manager_endpoint: cloud.resourceManager,
        resource_manager_audience: cloud.audience,
        active_directory_authority_host: cloud.loginEndpoint,
      },
    ],
    // The public cloud's Entra ID would be asked whether it knows the host.
    disable_instance_discovery: true,
  }
}

/**
 * Arguments of the builder.
 * https://developer.hashicorp.com/packer/integrations/hashicorp/azure/latest/components/builder/arm
 */
export function packerCloud(cloud: AzureCloud): Record<string, unknown> {
  const name = azureCloudName(cloud)
  if (name === undefined) return { cloud_environment_name: cloud.name, metadata_host: hostOf(cloud) }
  return { cloud_environment_name: names[name].packer }
}

/**
 * Options of each module.
 * https://docs.ansible.com/ansible/latest/scenario_guides/guide_azure.html#other-cloud-environments
 */
export function ansibleCloud(cloud: AzureCloud): Record<string, unknown> {
  const name = azureCloudName(cloud)
  return { cloud_environment: name === 'AzureCloud' ? undefined : (name ?? cloud.resourceManager) }
}

function hostOf({ resourceManager }: AzureCloud): string {
  return resourceManager.replace('https://', '')
}

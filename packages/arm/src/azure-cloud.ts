/** One Azure cloud: its addresses. Addresses are origins, for example `https://management.azure.com`. */
export interface AzureCloud {
  /** as az has it (`az cloud list`), or as its own Resource Manager calls it */
  name: string
  /** Entra ID, where users sign in */
  loginEndpoint: string
  resourceManager: string
  /** whom tokens for Resource Manager are for; `/.default` follows in a scope */
  audience: string
  /** the Azure portal */
  portal: string
  /** what host names end with, without the dot before it */
  suffixes: { keyVaultDns: string; mhsmDns?: string | undefined; storage: string }
}

/**
 * Microsoft's clouds, including the one operated by 21Vianet.
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 * https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers
 */
export const azureClouds = {
  AzureCloud: {
    name: 'AzureCloud',
    loginEndpoint: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    audience: 'https://management.azure.com',
    portal: 'https://portal.azure.com',
    suffixes: { keyVaultDns: 'vault.azure.net', mhsmDns: 'managedhsm.azure.net', storage: 'core.windows.net' },
  },
  AzureUSGovernment: {
    name: 'AzureUSGovernment',
    loginEndpoint: 'https://login.microsoftonline.us',
    resourceManager: 'https://management.usgovcloudapi.net',
    audience: 'https://management.core.usgovcloudapi.net',
    portal: 'https://portal.azure.us',
    suffixes: {
      keyVaultDns: 'vault.usgovcloudapi.net',
      mhsmDns: 'managedhsm.usgovcloudapi.net',
      storage: 'core.usgovcloudapi.net',
    },
  },
  AzureChinaCloud: {
    name: 'AzureChinaCloud',
    loginEndpoint: 'https://login.partner.microsoftonline.cn',
    resourceManager: 'https://management.chinacloudapi.cn',
    audience: 'https://management.core.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
    suffixes: { keyVaultDns: 'vault.azure.cn', mhsmDns: 'managedhsm.azure.cn', storage: 'core.chinacloudapi.cn' },
  },
} as const satisfies Record<string, AzureCloud>

export type AzureCloudName = keyof typeof azureClouds

/** Which of Microsoft's clouds it is; undefined for another, for example Azure Stack Hub. */
export function azureCloudName({ resourceManager }: Pick<AzureCloud, 'resourceManager'>): AzureCloudName | undefined {
  return Object.values(azureClouds).find((cloud) => cloud.resourceManager === resourceManager)?.name
}

const tokenExchange: Record<AzureCloudName, string> = {
  AzureCloud: 'api://AzureADTokenExchange',
  AzureUSGovernment: 'api://AzureADTokenExchangeUSGov',
  AzureChinaCloud: 'api://AzureADTokenExchangeChina',
}

/**
 * The audience of a managed identity's token that an application accepts instead of a secret.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function tokenExchangeAudience(cloud: Pick<AzureCloud, 'resourceManager'>): string {
  return tokenExchange[azureCloudName(cloud) ?? 'AzureCloud']
}

/** One api-version that we send, or write into templates and code that others run. */
export interface ApiVersion {
  /** `Microsoft.Compute/galleries/images`, as Azure's providers list them */
  resourceTypes: readonly string[]
  /** `2025-12-03`, with `-preview` for a preview */
  version: string
  /** what sends it, and why this one */
  from: string
}

const computeSdk = '@azure/arm-compute 25.1.1'

/**
 * Every API version that the server sends, the pages show, or a template or an export names. The connection check asks
 * a subscription's providers for all of them, and `npm run check` fails if a literal is anywhere else, or if one of
 * these retires within half a year.
 */
export const apiVersions = {
  galleries: {
    resourceTypes: [
      'Microsoft.Compute/galleries',
      'Microsoft.Compute/galleries/images',
      'Microsoft.Compute/galleries/images/versions',
    ],
    version: '2025-12-03',
    from: computeSdk,
  },
  /** the first with periods of soft delete, deleted versions, and keys for the data disks of confidential machines */
  imageVersions: {
    resourceTypes: [
      'Microsoft.Compute/galleries',
      'Microsoft.Compute/galleries/images',
      'Microsoft.Compute/galleries/images/versions',
    ],
    version: '2026-03-03',
    from: 'https://github.com/Azure/azure-rest-api-specs/pull/45051; the SDK for JavaScript has it not yet',
  },
  /** the first with the storage strategy */
  imageVersionsInCode: {
    resourceTypes: ['Microsoft.Compute/galleries/images/versions'],
    version: '2025-03-03',
    from: 'https://learn.microsoft.com/azure/templates/microsoft.compute/2025-03-03/galleries/images/versions',
  },
  disks: {
    resourceTypes: ['Microsoft.Compute/diskEncryptionSets', 'Microsoft.Compute/disks', 'Microsoft.Compute/snapshots'],
    version: '2026-03-02',
    from: computeSdk,
  },
  diskEncryptionSetsInTemplates: {
    resourceTypes: ['Microsoft.Compute/diskEncryptionSets'],
    version: '2024-03-02',
    from: 'Bicep 0.30 knows it',
  },
  disksInTemplates: {
    resourceTypes: ['Microsoft.Compute/disks'],
    version: '2024-03-02',
    from: 'Bicep 0.30 knows it',
  },
  virtualMachines: {
    resourceTypes: [
      'Microsoft.Compute/virtualMachines',
      'Microsoft.Compute/images',
      'Microsoft.Compute/locations/usages',
    ],
    version: '2026-04-01',
    from: computeSdk,
  },
  virtualMachinesInTemplates: {
    resourceTypes: ['Microsoft.Compute/virtualMachines'],
    version: '2024-11-01',
    from: 'Bicep 0.33 knows it',
  },
  computeSkus: {
    resourceTypes: ['Microsoft.Compute/skus'],
    version: '2021-07-01',
    from: `the newest of this type; ${computeSdk} sends it too`,
  },
  keyVaults: {
    resourceTypes: ['Microsoft.KeyVault/vaults', 'Microsoft.KeyVault/vaults/keys'],
    version: '2026-02-01',
    from: 'https://learn.microsoft.com/azure/key-vault/general/migrate-api-version',
  },
  resourceGraph: {
    resourceTypes: ['Microsoft.ResourceGraph/resources'],
    version: '2024-04-01',
    from: 'https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources',
  },
  deployments: {
    resourceTypes: ['Microsoft.Resources/deployments', 'Microsoft.Resources/resourceGroups'],
    version: '2024-11-01',
    from: 'https://learn.microsoft.com/rest/api/resources/deployments',
  },
  resources: {
    resourceTypes: ['Microsoft.Resources/providers'],
    version: '2025-04-01',
    from: '@azure/arm-resources 8.0.0',
  },
  subscriptions: {
    resourceTypes: ['Microsoft.Resources/subscriptions'],
    version: '2022-12-01',
    from: '@azure/arm-resources-subscriptions 3.0.0',
  },
  providerRegistrations: {
    resourceTypes: ['Microsoft.Resources/providers'],
    version: '2021-04-01',
    from: 'https://learn.microsoft.com/rest/api/resources/providers/register',
  },
  features: {
    resourceTypes: ['Microsoft.Features/features'],
    version: '2021-07-01',
    from: 'https://learn.microsoft.com/rest/api/resources/features',
  },
  roleAssignments: {
    resourceTypes: ['Microsoft.Authorization/roleAssignments', 'Microsoft.Authorization/permissions'],
    version: '2022-04-01',
    from: 'https://learn.microsoft.com/rest/api/authorization/role-assignments',
  },
  locks: {
    resourceTypes: ['Microsoft.Authorization/locks'],
    version: '2020-05-01',
    from: 'https://learn.microsoft.com/rest/api/resources/management-locks',
  },
  policyAssignments: {
    resourceTypes: ['Microsoft.Authorization/policyAssignments', 'Microsoft.Authorization/policyDefinitions'],
    version: '2023-04-01',
    from: 'https://learn.microsoft.com/rest/api/policyauthorization/policy-assignments',
  },
  /** the first stable one in which events become alerts of Azure Monitor */
  eventGrid: {
    resourceTypes: [
      'Microsoft.EventGrid/systemTopics',
      'Microsoft.EventGrid/systemTopics/eventSubscriptions',
      'Microsoft.EventGrid/eventSubscriptions',
    ],
    version: '2025-02-15',
    from: 'https://learn.microsoft.com/rest/api/eventgrid/controlplane/system-topic-event-subscriptions/create-or-update',
  },
  actionGroups: {
    resourceTypes: ['Microsoft.Insights/actionGroups'],
    version: '2023-01-01',
    from: 'https://learn.microsoft.com/azure/templates/microsoft.insights/2023-01-01/actiongroups',
  },
  activityLog: {
    resourceTypes: ['Microsoft.Insights/eventtypes'],
    version: '2015-04-01',
    from: 'https://learn.microsoft.com/rest/api/monitor/activity-logs/list',
  },
  attestationProviders: {
    resourceTypes: ['Microsoft.Attestation/attestationProviders'],
    version: '2020-10-01',
    from: 'https://learn.microsoft.com/rest/api/attestation/attestation-providers/get-default-by-location',
  },
  userAssignedIdentities: {
    resourceTypes: [
      'Microsoft.ManagedIdentity/userAssignedIdentities',
      'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
    ],
    version: '2023-01-31',
    from: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities',
  },
  purchaseTerms: {
    resourceTypes: ['Microsoft.MarketplaceOrdering/offertypes'],
    version: '2021-01-01',
    from: 'https://learn.microsoft.com/rest/api/marketplaceordering/marketplace-agreements',
  },
  /** the first that makes new subnets private */
  networks: {
    resourceTypes: [
      'Microsoft.Network/virtualNetworks',
      'Microsoft.Network/networkSecurityGroups',
      'Microsoft.Network/publicIPAddresses',
      'Microsoft.Network/networkInterfaces',
    ],
    version: '2025-07-01',
    from: 'az network vnet sends it: https://github.com/Azure/aaz/pull/991',
  },
} as const satisfies Record<string, ApiVersion>

/**
 * What others' tools send when they create an image version, on which Azure's defaults depend, as their public source
 * code had it on 30 November 2026. Packer's plugin (2.6.3) sends 2023-07-03 too; templates name their own.
 */
export const imageVersionsOfTools = {
  /** azure-cli 2.74.0, and the newest source code that was found: Azure/azure-cli at e3a3764 */
  AzureCli: '2024-03-03',
  /** Az.Compute, the newest source code that was found: Azure/azure-powershell at 081d634 */
  AzurePowerShell: '2024-03-03',
  /** terraform-provider-azurerm 5.2.0 */
  TerraformAzurerm: '2023-07-03',
} as const

/**
 * The first API version of galleries that supports the storage strategy, and uses it if a version names no storage.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy
 */
export const storageStrategySince = '2025-03-03'

/**
 * For a cloud's description of itself, which needs no subscription.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/endpoints
 */
export const metadataApiVersion = '2022-09-01'

const from = 'https://learn.microsoft.com/azure/templates'
/** Those in the templates under `deploy/`, which run in the subscription that hosts the portal. */
export const hostingApiVersions = [
  { resourceTypes: ['Microsoft.App/managedEnvironments', 'Microsoft.App/containerApps'], version: '2025-01-01', from },
  { resourceTypes: ['Microsoft.ContainerRegistry/registries'], version: '2025-04-01', from },
  { resourceTypes: ['Microsoft.ManagedIdentity/userAssignedIdentities'], version: '2024-11-30', from },
  { resourceTypes: ['Microsoft.OperationalInsights/workspaces'], version: '2025-02-01', from },
  { resourceTypes: ['Microsoft.Insights/diagnosticSettings'], version: '2021-05-01-preview', from },
  { resourceTypes: ['Microsoft.Insights/workbooks'], version: '2023-06-01', from },
] as const satisfies readonly ApiVersion[]

/** The API versions before `before`, which Azure retires on `on` (YYYY-MM-DD), and the page that says so. */
const retirements = [
  {
    namespace: 'Microsoft.KeyVault',
    before: '2026-02-01',
    on: '2027-02-27',
    page: 'https://learn.microsoft.com/azure/key-vault/general/migrate-api-version',
  },
] as const

/**
 * The day (YYYY-MM-DD) on which Azure retires an API version of a resource type; undefined if we know of no
 * announcement. Both in any case. For Key Vault, this is the control plane; keys themselves use 7.x.
 * https://learn.microsoft.com/azure/key-vault/general/migrate-api-version
 */
export function retirementOf(resourceType: string, version: string): string | undefined {
  const [namespace = ''] = resourceType.toLowerCase().split('/')
  return retirements.find((one) => one.namespace.toLowerCase() === namespace && version.toLowerCase() < one.before)?.on
}

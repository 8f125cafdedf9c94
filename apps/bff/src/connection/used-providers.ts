/** A resource provider that the portal has to do with. */
export interface UsedProvider {
  namespace: string
  /** whether nothing can be done without it; the others are for disk encryption sets or machines to be made */
  isEssential: boolean
  /** the version of its API that the portal sends, or writes into deployments, by resource type */
  apiVersions: Record<string, string>
}

/** What the portal calls in a subscription, or lets a deployment call. */
export const usedProviders: UsedProvider[] = [
  {
    namespace: 'Microsoft.Compute',
    isEssential: true,
    apiVersions: {
      galleries: '2025-12-03',
      'galleries/images': '2025-12-03',
      'galleries/images/versions': '2025-12-03',
      diskEncryptionSets: '2026-03-02',
      disks: '2026-03-02',
      snapshots: '2026-03-02',
      images: '2026-04-01',
      virtualMachines: '2026-04-01',
    },
  },
  { namespace: 'Microsoft.ResourceGraph', isEssential: true, apiVersions: { resources: '2024-04-01' } },
  { namespace: 'Microsoft.Resources', isEssential: true, apiVersions: { deployments: '2024-11-01' } },
  { namespace: 'Microsoft.Authorization', isEssential: true, apiVersions: { roleAssignments: '2022-04-01' } },
  { namespace: 'Microsoft.KeyVault', isEssential: false, apiVersions: { vaults: '2023-07-01' } },
  {
    namespace: 'Microsoft.ManagedIdentity',
    isEssential: false,
    apiVersions: { userAssignedIdentities: '2023-01-31' },
  },
  {
    namespace: 'Microsoft.Network',
    isEssential: false,
    apiVersions: { virtualNetworks: '2024-05-01' },
  },
]

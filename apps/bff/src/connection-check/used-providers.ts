import { apiVersions, type ApiVersion } from '@portal/arm'

/** A resource provider that the portal has to do with. */
export interface UsedProvider {
  namespace: string
  /** whether nothing works without it; the others are for disk encryption sets or virtual machines to be created */
  isEssential: boolean
  /** the versions of its API that the portal sends, or writes into templates and code, by resource type */
  apiVersions: Record<string, string[]>
}

const essential = ['Microsoft.Compute', 'Microsoft.ResourceGraph', 'Microsoft.Resources', 'Microsoft.Authorization']
const forSetsAndMachines = ['Microsoft.KeyVault', 'Microsoft.ManagedIdentity', 'Microsoft.Network']

// Providers do not list what Resource Manager answers itself, nor, as far as we know, the list of sizes.
const unlisted = ['Microsoft.Resources/providers', 'Microsoft.Resources/subscriptions', 'Microsoft.Compute/skus']

/** What the portal calls in a subscription, or lets a deployment call. */
export const usedProviders: UsedProvider[] = [...essential, ...forSetsAndMachines].map((namespace) => ({
  namespace,
  isEssential: essential.includes(namespace),
  apiVersions: versionsOf(namespace),
}))

/** By resource type as a provider names it, which is without the namespace. */
function versionsOf(namespace: string): Record<string, string[]> {
  const used: ApiVersion[] = Object.values(apiVersions).filter((row) => !isUnlisted(row))
  const byType = Map.groupBy(
    used.flatMap(({ resourceTypes, version }) => resourceTypes.map((type) => ({ type, version }))),
    ({ type }) => type,
  )
  return Object.fromEntries(
    [...byType]
      .filter(([type]) => type.startsWith(`${namespace}/`))
      .map(([type, rows]) => [type.slice(namespace.length + 1), [...new Set(rows.map(({ version }) => version))]]),
  )
}

function isUnlisted({ resourceTypes }: ApiVersion): boolean {
  return resourceTypes.some((type) => unlisted.includes(type))
}

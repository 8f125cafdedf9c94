import { apiVersions, regionName, resourceGroupId, type ResourceId } from '@portal/arm'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, type PagedList } from '../arm/sdk-answers.ts'

const armResourceGroup = z.object({ name: z.string(), location: z.string() })

/**
 * The resource groups of a subscription that the caller can see, by name.
 * https://learn.microsoft.com/rest/api/resources/resource-groups/list
 */
export async function listResourceGroups(
  azure: Azure,
  subscriptionId: string,
): Promise<{ name: string; location: string }[]> {
  const groups = await allOf(armResourceGroup, resourceGroupsOf(azure, subscriptionId))
  return groups
    .map(({ name, location }) => ({ name, location: regionName(location) }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

/**
 * The resource groups of a subscription in ARM's JSON.
 * https://learn.microsoft.com/rest/api/resources/resource-groups/list
 */
export function resourceGroupsOf(azure: Azure, subscriptionId: string): PagedList {
  const query = { 'api-version': apiVersions.deployments.version }
  return listAt(azure, armUrl(`/subscriptions/${subscriptionId}/resourcegroups`, query))
}

/** Makes a resource group. https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update */
export async function putResourceGroup(
  azure: Azure,
  group: Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>,
  { location, tags }: { location: string; tags?: Record<string, string> },
): Promise<void> {
  const url = armUrl(resourceGroupId(group), { 'api-version': apiVersions.deployments.version })
  await azure.send({ method: 'PUT', url, body: { location, ...(tags && { tags }) } })
}

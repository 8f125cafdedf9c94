import { formatResourceId, regionName, type ResourceId } from '@portal/arm'
import type { LatestFollowers } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraphPage } from '../../arm/resource-graph.ts'

const mostListed = 100

const row = z.object({ id: z.string(), name: z.string(), location: z.string(), isUpgraded: z.boolean() })

/**
 * The scale sets whose model names the definition without a version, those with automatic OS image upgrade first.
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade
 */
export async function latestFollowers(azure: Azure, definition: ResourceId): Promise<LatestFollowers> {
  const query = [
    'Resources',
    "where type =~ 'microsoft.compute/virtualmachinescalesets'",
    `where tostring(properties.virtualMachineProfile.storageProfile.imageReference.id) =~ ${kqlText(formatResourceId(definition))}`,
    "extend isUpgraded = tostring(properties.upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade) =~ 'true'",
    'project id, name, location, isUpgraded',
    'order by tostring(isUpgraded) desc, tolower(name) asc, id asc',
  ].join('\n| ')
  const { total, rows } = await queryResourceGraphPage(azure, row, { query, top: mostListed, skip: 0 })
  return { total, scaleSets: rows.map((each) => ({ ...each, location: regionName(each.location) })) }
}

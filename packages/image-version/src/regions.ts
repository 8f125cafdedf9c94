import { regionName, sameRegion } from '@portal/arm'
import type { Inventory, Region } from './inventory.ts'
import type { ImageVersionPlan, TargetRegion } from './plan.ts'

// By short name, built at the first use of a list: with a plan of 60 regions, every rule looks up each of them.
const regionsByName = new WeakMap<readonly Region[], ReadonlyMap<string, Region>>()

/** The region with that name in any of ARM's spellings, if image versions are available there. */
export function regionByName(inventory: Pick<Inventory, 'regions'>, name: string): Region | undefined {
  const { regions } = inventory
  const byName = regionsByName.get(regions) ?? new Map(regions.map((region) => [regionName(region.name), region]))
  regionsByName.set(regions, byName)
  return byName.get(regionName(name))
}

/** `West US` for `westus`; the name itself if Azure does not list the region. */
export function regionDisplayName(inventory: Pick<Inventory, 'regions'>, name: string): string {
  return regionByName(inventory, name)?.displayName ?? name
}

/** The replicas of one target region: its own number, otherwise the plan's. null while neither is given. */
export function replicaCountOf(plan: ImageVersionPlan, region: TargetRegion): number | null {
  return region.regionalReplicaCount ?? plan.replicaCount
}

/** Whether `region` is the version's own region. */
export function isHomeRegion(plan: ImageVersionPlan, region: TargetRegion): boolean {
  return sameRegion(plan.location, region.name)
}

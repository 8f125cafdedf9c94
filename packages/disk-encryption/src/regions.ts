import { regionName } from '@portal/arm'
import * as z from 'zod/mini'

export const region = z.strictObject({
  /** `westus` */
  name: z.string(),
  /** `West US` */
  displayName: z.string(),
  /** undefined if Azure does not say; without zones there is no zone-redundant storage */
  hasAvailabilityZones: z.optional(z.boolean()),
  /** `Europe`; this and the next two are absent if Azure does not say */
  geographyGroup: z.optional(z.string()),
  /** `Germany`, or `Canary (US)` for a region where Azure tries out updates */
  geography: z.optional(z.string()),
  /** `Frankfurt` */
  physicalLocation: z.optional(z.string()),
})
export type Region = z.infer<typeof region>

/** What has the regions with image versions, such as an inventory. */
export interface WithRegions {
  regions: Region[]
}

// By short name, built at the first use of a list: with a plan of 60 regions, every rule looks up each of them.
const regionsByName = new WeakMap<readonly Region[], ReadonlyMap<string, Region>>()

/** The region with that name in any of ARM's spellings, if image versions are available there. */
export function regionByName(inventory: WithRegions, name: string): Region | undefined {
  const { regions } = inventory
  const byName = regionsByName.get(regions) ?? new Map(regions.map((region) => [regionName(region.name), region]))
  regionsByName.set(regions, byName)
  return byName.get(regionName(name))
}

/** `West US` for `westus`; the name itself if Azure does not list the region. */
export function regionDisplayName(inventory: WithRegions, name: string): string {
  return regionByName(inventory, name)?.displayName ?? name
}

/**
 * Whether Azure tries out updates in that region: an early access (EUAP) or staging region, which few subscriptions
 * have. https://learn.microsoft.com/azure/reliability/regions-list
 */
export function isStagingRegion({ name, geography = '' }: Pick<Region, 'name' | 'geography'>): boolean {
  return /^(canary|stage)\b/i.test(geography) || /(euap|stg|stage)$/.test(regionName(name))
}

import { regionName } from '@portal/arm'
import type { Region } from '@portal/disk-encryption'

/**
 * Whether Azure tries out updates in that region: an early access (EUAP) or staging region, which few subscriptions
 * have. https://learn.microsoft.com/azure/reliability/regions-list
 */
export function isStagingRegion({ name, geography = '' }: Pick<Region, 'name' | 'geography'>): boolean {
  return /^(canary|stage)\b/i.test(geography) || /(euap|stg|stage)$/.test(regionName(name))
}

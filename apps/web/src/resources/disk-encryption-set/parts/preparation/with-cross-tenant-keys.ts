import type { CrossTenantKey, Preparation } from '@portal/disk-encryption'

const blank: CrossTenantKey = { keyUrl: '', federatedClientId: '', userAssignedIdentityId: '' }

/** The preparation with keys of another tenant: those that its regions have, with the changed parts. */
export function withCrossTenantKeys(preparation: Preparation, changed: Partial<CrossTenantKey> = {}): Preparation {
  return {
    ...preparation,
    regions: preparation.regions.map((region) => ({
      ...region,
      crossTenantKey: { ...blank, ...region.crossTenantKey, ...changed },
    })),
  }
}

/** The preparation with the keys of another one, by region; without any, its keys are in this tenant. */
export function withKeysOf(preparation: Preparation, other: Preparation | undefined): Preparation {
  const keys = new Map(other?.regions.map(({ location, crossTenantKey }) => [location, crossTenantKey]))
  return {
    ...preparation,
    regions: preparation.regions.map(({ crossTenantKey: _, ...region }) => {
      const key = keys.get(region.location)
      return { ...region, ...(key && { crossTenantKey: key }) }
    }),
  }
}

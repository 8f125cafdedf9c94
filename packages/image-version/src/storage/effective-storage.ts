import { sameRegion } from '@portal/arm'
import type { DefaultStorage, ImageVersionPlan } from '../plan.ts'
import { storageOf } from './region-storage.ts'

/** A version as Azure stores it, as far as its storage is concerned; portal-api's image version is one. */
export interface StoredStorage {
  /** the publishing profile's, which can't be changed: what was requested for regions without a type of their own */
  defaultStorage?: DefaultStorage | undefined
  targetRegions: readonly { name: string; storageAccountType?: string | undefined }[]
}

export interface EffectiveStorage {
  /** as the version has it */
  region: string
  stored?: string
  /** what was requested: by the plan, or as far as Azure says; absent if neither does */
  asked?: { storage: DefaultStorage; by: 'plan' | 'default' }
  /** the plan requested another one; a default proves nothing, because a region might have its own type */
  differs: boolean
}

/**
 * The storage of each region in Azure, compared with the request: the plan's if it is known, otherwise Azure's default.
 * The possible results of the strategy, with zones or without, count as requested.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy
 */
export function effectiveStorage(version: StoredStorage, plan?: ImageVersionPlan): EffectiveStorage[] {
  return version.targetRegions.map(({ name, storageAccountType: stored }) => {
    const asked = askedOf(version, name, plan)
    return {
      region: name,
      ...(stored !== undefined && { stored }),
      ...(asked !== undefined && { asked }),
      differs: asked?.by === 'plan' && stored !== undefined && !comesTo(asked.storage, stored),
    }
  })
}

function askedOf(
  { defaultStorage }: StoredStorage,
  name: string,
  plan: ImageVersionPlan | undefined,
): EffectiveStorage['asked'] {
  const region = plan?.targetRegions.find((target) => sameRegion(target.name, name))
  if (plan !== undefined && region !== undefined) return { storage: storageOf(plan, region), by: 'plan' }
  return defaultStorage === undefined ? undefined : { storage: defaultStorage, by: 'default' }
}

function comesTo(asked: DefaultStorage, stored: string): boolean {
  const types = asked === 'PreferStandard_ZRS' ? ['standard_zrs', 'standard_lrs'] : [asked.toLowerCase()]
  return types.includes(stored.toLowerCase())
}

import { sameRegion } from '@portal/arm'
import type { DefaultStorage, ImageVersionPlan } from '../plan.ts'
import { storageOf } from './region-storage.ts'

/** A version as Azure stores it, as far as its storage goes; portal-api's image version is one. */
export interface StoredStorage {
  /** that of the publishing profile, which nobody can change: what was asked for regions without a type of their own */
  defaultStorage?: DefaultStorage | undefined
  targetRegions: readonly { name: string; storageAccountType?: string | undefined }[]
}

export interface EffectiveStorage {
  /** as the version has it */
  region: string
  stored?: string
  /** what was asked: by the plan, or as far as Azure tells; absent where neither says it */
  asked?: { storage: DefaultStorage; by: 'plan' | 'default' }
  /** the plan asked for another one; a default proves nothing, since a region may have been given a type of its own */
  differs: boolean
}

/**
 * The storage of each region as Azure stores it, beside what was asked: by the plan where it is known, else by the
 * default that Azure still tells. What the strategy may come to, with zones or without, is as asked.
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

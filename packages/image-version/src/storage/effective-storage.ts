import { sameRegion } from '@portal/arm'
import type { DefaultStorage, ImageVersionPlan } from '../plan.ts'
import { storageOf } from './region-storage.ts'

/** A version as Azure stores it, as far as its storage is concerned; portal-api's image version is one. */
export interface StoredStorage {
  targetRegions: readonly { name: string; storageAccountType?: string | undefined }[]
}

export interface EffectiveStorage {
  /** as the version has it */
  region: string
  stored?: string
  /** what the plan requests, if it is known and has the region */
  asked?: DefaultStorage
  differs: boolean
}

/**
 * The storage of each region in Azure, compared with the plan if it is known: Azure's own default for a version proves
 * nothing, because a region might have its own type. The possible results of the strategy, with zones or without, count
 * as requested.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy
 */
export function effectiveStorage(version: StoredStorage, plan?: ImageVersionPlan): EffectiveStorage[] {
  return version.targetRegions.map(({ name, storageAccountType: stored }) => {
    const region = plan?.targetRegions.find((target) => sameRegion(target.name, name))
    const asked = plan && region && storageOf(plan, region)
    return {
      region: name,
      ...(stored !== undefined && { stored }),
      ...(asked !== undefined && { asked }),
      differs: asked !== undefined && stored !== undefined && !comesTo(asked, stored),
    }
  })
}

function comesTo(asked: DefaultStorage, stored: string): boolean {
  const types = asked === 'PreferStandard_ZRS' ? ['standard_zrs', 'standard_lrs'] : [asked.toLowerCase()]
  return types.includes(stored.toLowerCase())
}

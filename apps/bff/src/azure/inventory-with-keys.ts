import { resourceType, tryParseResourceId } from '@portal/arm'
import { withFacts, type FactsOfSet, type ImageSource, type Inventory } from '@portal/image-version'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'
import { inventoryForPlan } from './inventory.ts'
import type { Asker, KeyReader } from './key-reader.ts'

/** What a plan or a change names, as far as Azure has to be asked about it. */
export interface Named {
  imageDefinitionId: string
  source: ImageSource
  diskEncryptionSetIds: readonly string[]
}

/** All that the rules need, as the caller sees it now, with what may be read of the keys behind the named sets. */
export async function inventoryWithKeys(asker: Asker, named: Named, keys: KeyReader): Promise<Inventory> {
  const [inventory, read] = await Promise.all([
    inventoryForPlan(asker.azure, named),
    factsOf(asker, named.diskEncryptionSetIds, keys),
  ])
  return withFacts(inventory, read)
}

// Of keys that cannot be read nothing is claimed: Azure itself will look at them.
async function factsOf(asker: Asker, ids: readonly string[], keys: KeyReader): Promise<FactsOfSet[]> {
  const isWellFormed = (id: string) => {
    const parsed = tryParseResourceId(id)
    return parsed !== undefined && resourceType(parsed).toLowerCase() === 'microsoft.compute/diskencryptionsets'
  }
  try {
    return await keys.factsOf(asker, ids.filter(isWellFormed))
  } catch (error) {
    if (error instanceof ArmRefusal || error instanceof NoClearAnswer) return []
    throw error
  }
}

import { resourceType, tryParseResourceId } from '@portal/arm'
import type { FactsOfSet } from '@portal/image-version'
import { ArmRefusal, NoClearAnswer } from '../arm/arm-reply.ts'
import type { Asker, KeyReader } from './key-reader.ts'

/**
 * What can be read of the keys behind some sets before something is made with them. Of keys that cannot be read nothing
 * is claimed: Azure itself will look at them. Malformed ids and those of other types are left to the rules.
 */
export async function readableFacts(asker: Asker, setIds: readonly string[], keys: KeyReader): Promise<FactsOfSet[]> {
  const isSet = (id: string) => {
    const parsed = tryParseResourceId(id)
    return parsed !== undefined && resourceType(parsed).toLowerCase() === 'microsoft.compute/diskencryptionsets'
  }
  try {
    return await keys.factsOf(asker, setIds.filter(isSet))
  } catch (error) {
    if (error instanceof ArmRefusal || error instanceof NoClearAnswer) return []
    throw error
  }
}

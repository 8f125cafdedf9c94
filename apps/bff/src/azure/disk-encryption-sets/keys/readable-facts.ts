import { resourceType, tryParseResourceId } from '@portal/arm'
import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { isOfAzure } from '../../arm/arm-reply.ts'
import type { AzureSession } from '../../arm/clients.ts'
import type { KeyReader } from './key-reader.ts'

/**
 * Some sets with the readable facts of their keys, read now, before something is created with them. Nothing is claimed
 * about keys that can't be read: Azure checks them itself. Malformed IDs and IDs of other types are left to the rules.
 */
export async function readableFacts(
  session: AzureSession,
  setIds: readonly string[],
  keys: KeyReader,
): Promise<DiskEncryptionSet[]> {
  const isSet = (id: string) => {
    const parsed = tryParseResourceId(id)
    return parsed !== undefined && resourceType(parsed).toLowerCase() === 'microsoft.compute/diskencryptionsets'
  }
  try {
    return await keys.factsOf(session, setIds.filter(isSet), 'fresh')
  } catch (error) {
    if (isOfAzure(error)) return []
    throw error
  }
}

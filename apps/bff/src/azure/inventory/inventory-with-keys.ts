import { withFacts } from '@portal/disk-encryption'
import type { ImageSource, Inventory } from '@portal/image-version'
import type { AzureSession } from '../arm/clients.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readableFacts } from '../disk-encryption-sets/keys/readable-facts.ts'
import { inventoryForPlan } from './inventory.ts'

/** What a plan or a change names, as far as it must be read from Azure. */
export interface Named {
  imageDefinitionId: string
  source: ImageSource
  diskEncryptionSetIds: readonly string[]
}

/**
 * All facts that the rules need, as the caller sees them now, with the readable facts of the keys of the named sets.
 */
export async function inventoryWithKeys(session: AzureSession, named: Named, keys: KeyReader): Promise<Inventory> {
  const [inventory, read] = await Promise.all([
    inventoryForPlan(session.azure, named),
    readableFacts(session, named.diskEncryptionSetIds, keys),
  ])
  return withFacts(inventory, read)
}

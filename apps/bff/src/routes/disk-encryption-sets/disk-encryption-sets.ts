import { parseSetId } from '@portal/arm'
import * as api from '@portal/portal-api'
import type { AzureSession } from '../../azure/arm/clients.ts'
import {
  changeDiskEncryptionSetKey,
  deleteDiskEncryptionSet,
} from '../../azure/disk-encryption-sets/change-disk-encryption-set.ts'
import { diskEncryptionSetDetails } from '../../azure/disk-encryption-sets/disk-encryption-set-details.ts'
import { diskEncryptionSetUses } from '../../azure/disk-encryption-sets/disk-encryption-set-uses.ts'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { repairKeyVault, vaultRepairPermissions } from '../../azure/disk-encryption-sets/keys/key-vault-repairs.ts'
import { listKeyNames, listKeyVaultsIn, listKeyVersions } from '../../azure/disk-encryption-sets/keys/key-vaults.ts'
import { parseSubscriptionId } from '../../azure/subscriptions/subscription-id.ts'
import { route } from '../route.ts'

/** The keys that a disk encryption set can use. */
export const keyRoutes = [
  route(api.listKeyVaults, ({ subscriptionId, location }, { azure }) =>
    listKeyVaultsIn(azure, parseSubscriptionId(subscriptionId), location),
  ),
  route(api.listKeys, ({ vaultId }, { azure }) => listKeyNames(azure, vaultId)),
  route(api.listKeyVersions, ({ vaultId, keyName }, { azure }) => listKeyVersions(azure, vaultId, keyName)),
]

/** Sets, their keys, and fixes for their key vaults. */
export function diskEncryptionSetRoutes(keys: KeyReader) {
  // Also after a failure: where Azure's answer was lost, only a new look shows what it did.
  const forgetting = ({ caller }: AzureSession, write: () => Promise<void>) =>
    write().finally(() => keys.forget(caller))
  return [
    route(api.getDiskEncryptionSet, ({ id, freshness }, session) =>
      diskEncryptionSetDetails(session, { id: parseSetId(id), freshness }, keys),
    ),
    route(api.getDiskEncryptionSetUses, ({ id }, { azure }) => diskEncryptionSetUses(azure, parseSetId(id))),
    route(api.changeDiskEncryptionSetKey, ({ id, change }, session) =>
      forgetting(session, () => changeDiskEncryptionSetKey(session, parseSetId(id), change)),
    ),
    route(api.deleteDiskEncryptionSet, ({ id }, { azure }) => deleteDiskEncryptionSet(azure, parseSetId(id))),
    route(api.getDiskEncryptionSetFacts, async ({ ids, freshness }, session) => ({
      sets: await keys.factsOf(session, ids, freshness),
      now: session.azure.now(),
    })),
    route(api.getKeyVaultPermissions, ({ vaultId }, session) => vaultRepairPermissions(session, vaultId)),
    route(api.repairKeyVault, (repair, session) => forgetting(session, () => repairKeyVault(session.azure, repair))),
  ]
}

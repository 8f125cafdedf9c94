import * as api from '@portal/portal-api'
import type { KeyReader } from '../azure/key-reader.ts'
import { repairKeyVault, repairPermissions } from '../azure/key-vault-repairs.ts'
import { route } from '../route.ts'

/** What stands behind the sets, and the mending of their vaults. */
export function diskEncryptionSetRoutes(keys: KeyReader) {
  return [
    route(api.getDiskEncryptionSetFacts, async ({ ids }, asker) => ({
      sets: await keys.factsOf(asker, ids),
      now: asker.azure.now(),
    })),
    route(api.getKeyVaultPermissions, ({ vaultId }, { azure }) => repairPermissions(azure, vaultId)),
    route(api.repairKeyVault, async (repair, { azure, caller }) => {
      await repairKeyVault(azure, repair)
      keys.forget(caller)
      return {}
    }),
  ]
}

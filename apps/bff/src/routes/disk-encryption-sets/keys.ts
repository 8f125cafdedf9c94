import * as api from '@portal/portal-api'
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

import { getOperation, listBySubscriptionOperation, listOperation } from './collections.ts'
import type { ArmOperation } from './request.ts'

const vault = { type: 'Microsoft.KeyVault/vaults' }
const key = { type: 'Microsoft.KeyVault/vaults/keys' }

/** Vaults and their keys, to read: https://learn.microsoft.com/rest/api/keyvault/keyvault/keys */
export const keyVaults: ArmOperation[] = [
  getOperation(vault),
  listOperation(vault),
  listBySubscriptionOperation(vault),
  getOperation(key),
  listOperation(key),
]

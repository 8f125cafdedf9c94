/** A role that Azure brings with it: its GUID, and the actions it holds, over what is managed and over what is in a vault. */
interface BuiltInRole {
  id: string
  actions: RegExp
}

const authorizationWrites = String.raw`(?!Microsoft\.Authorization/.*/(write|delete)$)`
const nothing = /^$/
const vaultReads = /^Microsoft\.KeyVault\/.*\/read$/i
const vaultKeys = /^Microsoft\.KeyVault\/(.*\/read|vaults\/keys\/\w+)$/i

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export const builtInRoles = {
  Owner: { id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', actions: /./ },
  Contributor: { id: 'b24988ac-6180-42a0-ab88-20f7382dd24c', actions: new RegExp(`^${authorizationWrites}`, 'i') },
  Reader: { id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', actions: /\/read$/i },
  'User Access Administrator': {
    id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    actions: /\/read$|^Microsoft\.Authorization\//i,
  },
  'Key Vault Administrator': { id: '00482a5a-887f-4fb3-b363-3b7fe8e74483', actions: vaultKeys },
  'Key Vault Crypto Officer': { id: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603', actions: vaultKeys },
  'Key Vault Crypto Service Encryption User': { id: 'e147488a-f6f5-4113-8e2d-b22465e65bf6', actions: nothing },
  'Key Vault Reader': { id: '21090545-7ca7-4776-b22c-e363652d74d2', actions: vaultReads },
} satisfies Record<string, BuiltInRole>

export type RoleName = keyof typeof builtInRoles

/** The names of the roles above. */
export function roleNames(): RoleName[] {
  return Object.keys(builtInRoles).filter((name): name is RoleName => name in builtInRoles)
}

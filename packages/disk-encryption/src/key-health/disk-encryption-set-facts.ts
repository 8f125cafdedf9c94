import * as z from 'zod/mini'

// Azure's facts about the key of a disk encryption set, as far as the signed-in user can read them. Missing permissions
// are recorded, and no rule assumes the facts behind them. Instants are ISO 8601.

/** https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get */
const keyVaultFacts = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  softDelete: z.boolean(),
  purgeProtection: z.boolean(),
  /**
   * Who can pass its network rules: everyone; the services that Azure trusts (and addresses of the vault's own choice),
   * or not even those; private endpoints only, with those services or without; as its network security perimeter says.
   */
  firewall: z.enum(['open', 'trustedServices', 'closed', 'privateAndTrustedServices', 'private', 'perimeter']),
})
export type KeyVaultFacts = z.infer<typeof keyVaultFacts>

const durations = { timeAfterCreate: z.optional(z.string()), timeBeforeExpiry: z.optional(z.string()) }

/**
 * What creates new versions of a key; a set only follows the latest one. Durations are ISO 8601 (`P90D`).
 * https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
const keyRotationPolicy = z.strictObject({
  /** when Azure creates another version; absent: never automatically */
  rotate: z.optional(z.strictObject(durations)),
  /** when Azure notifies about the expiry, without creating anything */
  notify: z.optional(z.strictObject(durations)),
  /** after which a newly created version expires */
  expiryTime: z.optional(z.string()),
})
export type KeyRotationPolicy = z.infer<typeof keyRotationPolicy>

/** The version of the key that the set uses. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get-version */
const keyFacts = z.strictObject({
  name: z.string(),
  enabled: z.boolean(),
  created: z.optional(z.string()),
  notBefore: z.optional(z.string()),
  expires: z.optional(z.string()),
  /** `RSA`, `RSA-HSM`, `EC` … */
  kty: z.string(),
  keySize: z.optional(z.number()),
  exportable: z.optional(z.boolean()),
  /** of the key, whichever its version */
  rotationPolicy: z.union([keyRotationPolicy, z.literal('unreadable')]),
})
export type KeyFacts = z.infer<typeof keyFacts>

const accessPolicies = z.strictObject({
  type: z.literal('AccessPolicies'),
  /**
   * the key permissions in the policies of the set's identities, and of others that might be groups: `get`, `wrapkey` …
   */
  policies: z.array(z.strictObject({ objectId: z.string(), keys: z.array(z.string()) })),
})

const roleAssignments = z.strictObject({
  type: z.literal('RoleAssignments'),
  /** those of the set's identities and of groups, at the key, its vault or above */
  assignments: z.array(
    z.strictObject({
      principalId: z.string(),
      principalType: z.string(),
      /** the GUID of the role */
      roleId: z.string(),
      scope: z.string(),
      createdOn: z.optional(z.string()),
    }),
  ),
})

/** Who can use the vault's keys: by its access policies or, if it uses Azure RBAC, by role assignments. */
const keyAccess = z.discriminatedUnion('type', [accessPolicies, roleAssignments])
export type KeyAccess = z.infer<typeof keyAccess>

const unreadable = z.literal('unreadable')

/** https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/get */
export const diskEncryptionSetFacts = z.strictObject({
  identity: z.strictObject({
    /** `SystemAssigned`, `UserAssigned`, `SystemAssigned, UserAssigned` or `None` */
    type: z.string(),
    /** the object ids of its identities in Entra ID */
    principalIds: z.array(z.string()),
  }),
  /** '' if the set has none */
  keyUrl: z.string(),
  /** the previous keys of a rotation; empty if none is in progress */
  previousKeys: z.array(z.string()),
  lastKeyRotationTimestamp: z.optional(z.string()),
  /**
   * `notNamed`: the set names no vault, as Azure requires for one in another subscription; `inAnotherTenant`: the set
   * accesses it by a multi-tenant application, and nothing of it can be read from here
   */
  vault: z.union([keyVaultFacts, z.enum(['unreadable', 'notFound', 'notNamed', 'inAnotherTenant', 'managedHsm'])]),
  key: z.union([keyFacts, z.enum(['unreadable', 'notFound'])]),
  keyAccess: z.union([keyAccess, unreadable]),
})
export type DiskEncryptionSetFacts = z.infer<typeof diskEncryptionSetFacts>

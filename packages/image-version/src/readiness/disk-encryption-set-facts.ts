import * as z from 'zod/mini'

// What Azure tells of the key behind a disk encryption set, as the signed-in user may read it. What the user may not
// read is said to be so, and no rule takes it for granted. Instants are ISO 8601.

/** https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get */
const keyVaultFacts = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  softDelete: z.boolean(),
  purgeProtection: z.boolean(),
  /**
   * Whom its network rules let in: everybody; the services that Azure trusts (and addresses of the vault's own choice),
   * or not even those; over private endpoints only, with those services or without; what its network security perimeter
   * says.
   */
  firewall: z.enum(['open', 'trustedServices', 'closed', 'privateAndTrustedServices', 'private', 'perimeter']),
})
export type KeyVaultFacts = z.infer<typeof keyVaultFacts>

const durations = { timeAfterCreate: z.optional(z.string()), timeBeforeExpiry: z.optional(z.string()) }

/**
 * What makes new versions of a key, of which a set can only take the newest. Durations are ISO 8601 (`P90D`).
 * https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
const keyRotationPolicy = z.strictObject({
  /** when Azure makes another version; absent: never by itself */
  rotate: z.optional(z.strictObject(durations)),
  /** when Azure tells of the coming end, and makes nothing */
  notify: z.optional(z.strictObject(durations)),
  /** after which a version that is made expires */
  expiryTime: z.optional(z.string()),
})
export type KeyRotationPolicy = z.infer<typeof keyRotationPolicy>

/** The version of the key that the set uses. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get-version */
const keyFacts = z.strictObject({
  name: z.string(),
  enabled: z.boolean(),
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
  /** what the policies of the set's identities, and of others that may be groups, allow on keys: `get`, `wrapkey` … */
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

/** Who may use the vault's keys: by its access policies or, where it uses Azure's roles, by role assignments. */
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
  /** '' where the set has none */
  keyUrl: z.string(),
  /** the keys that a rotation is leaving behind; empty while none is under way */
  previousKeys: z.array(z.string()),
  lastKeyRotationTimestamp: z.optional(z.string()),
  /** `notNamed`: the set names no vault, as Azure demands of one in another subscription or tenant */
  vault: z.union([keyVaultFacts, z.enum(['unreadable', 'notFound', 'notNamed', 'managedHsm'])]),
  key: z.union([keyFacts, z.enum(['unreadable', 'notFound'])]),
  keyAccess: z.union([keyAccess, unreadable]),
})
export type DiskEncryptionSetFacts = z.infer<typeof diskEncryptionSetFacts>

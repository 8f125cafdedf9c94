import * as z from 'zod/mini'
import { diskEncryptionSet } from '../disk-encryption-set.ts'
import type { RotationDays } from '../key-health/proposed-rotation-policy.ts'

/**
 * Roles, or a list in the vault itself, determine who can use the keys of a vault.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy
 */
export const permissionModel = z.enum(['Roles', 'AccessPolicies'])
export type PermissionModel = z.infer<typeof permissionModel>

const crossTenantKey = z.strictObject({
  /** with its version */
  keyUrl: z.string(),
  /** client ID of a multi-tenant application, which the other tenant grants access to the key */
  federatedClientId: z.string(),
  /** resource ID of the user-assigned identity that the application trusts */
  userAssignedIdentityId: z.string(),
})

/**
 * A key in a vault of another tenant, and what the set accesses it with; all of it exists already.
 * https://learn.microsoft.com/azure/virtual-machines/disks-cross-tenant-customer-managed-keys
 */
export type CrossTenantKey = z.infer<typeof crossTenantKey>

const preparedRegion = z.strictObject({
  /** short name; in a template, where a text in brackets would be an expression */
  location: z.string().check(z.regex(/^[a-z0-9]+$/)),
  diskEncryptionSetName: z.string(),
  /** of the user-assigned identity with which the set accesses its key */
  identityName: z.string(),
  vault: z.strictObject({ isNew: z.boolean(), name: z.string(), permissionModel }),
  key: z.strictObject({ isNew: z.boolean(), name: z.string() }),
  /** of the region's own attestation provider, for the release of a new confidential key; '' for other keys */
  attestationUri: z.string(),
  /** if present, the only thing to create is the set: the names of identity, vault and key are unused */
  crossTenantKey: z.optional(crossTenantKey),
})
export type PreparedRegion = z.infer<typeof preparedRegion>

/** The disk encryption sets to create in some regions of one resource group, each with everything it needs. */
export const preparation = z.strictObject({
  subscriptionId: z.string(),
  resourceGroupName: z.string(),
  encryptionType: diskEncryptionSet.shape.encryptionType,
  rotationToLatestKeyVersionEnabled: z.boolean(),
  /** how often new keys get new versions, in days; absent: never */
  keyRotation: z.optional(z.strictObject({ rotateAfter: z.number(), expireAfter: z.number() })),
  /** object id of the Confidential VM Orchestrator in the tenant; '' for sets that are not confidential */
  orchestratorObjectId: z.string(),
  regions: z.array(preparedRegion).check(z.minLength(1), z.maxLength(60)),
})
export type Preparation = z.infer<typeof preparation>

/** The policy of the new keys; the set of a confidential machine does not follow versions, so its key has no policy. */
export function newKeyRotation({ encryptionType, keyRotation }: Preparation): RotationDays | undefined {
  return encryptionType === 'ConfidentialVmEncryptedWithCustomerKey' ? undefined : keyRotation
}

/** What is created for a region, in order of creation. */
export type PreparedPart = 'identity' | 'vault' | 'key' | 'grant' | 'diskEncryptionSet'

/** The parts of a region that the deployment creates; existing ones are not included. */
export function preparedParts({ vault, key, crossTenantKey: keyElsewhere }: PreparedRegion): PreparedPart[] {
  if (keyElsewhere !== undefined) return ['diskEncryptionSet']
  // A new vault with access policies is created with the one for the identity.
  const isGrantedByVault = vault.isNew && vault.permissionModel === 'AccessPolicies'
  return [
    'identity',
    ...(vault.isNew ? ['vault' as const] : []),
    ...(key.isNew ? ['key' as const] : []),
    ...(isGrantedByVault ? [] : ['grant' as const]),
    'diskEncryptionSet',
  ]
}

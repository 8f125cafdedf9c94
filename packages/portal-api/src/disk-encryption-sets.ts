import { diskEncryptionSet, diskEncryptionSetFacts, keyChange, vaultRepair } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { get, post, del, nothing, ask } from './endpoint.ts'
import { freshness } from './keys.ts'

/** A set with the facts of its key. */
export const readDiskEncryptionSet = z.extend(diskEncryptionSet, {
  facts: diskEncryptionSetFacts,
  /** Azure's time when the oldest of them was read, ISO 8601 */
  readAt: z.string(),
})
export type ReadDiskEncryptionSet = z.infer<typeof readDiskEncryptionSet>

/**
 * Some sets with what the user can read about their keys, for `readinessOf`. A POST because of the many IDs; it changes
 * nothing. Sets that Azure does not have, or hides, are omitted from the response.
 */
export const getDiskEncryptionSetFacts = ask(
  '/api/disk-encryption-set-facts',
  z.strictObject({
    ids: z.array(z.string().check(z.maxLength(1024))).check(z.maxLength(50)),
    freshness,
  }),
  z.strictObject({
    /** Azure's own time, ISO 8601 */
    now: z.string(),
    sets: z.array(readDiskEncryptionSet),
  }),
)

/** Fixes a key vault with the user's permissions. Azure might need a few minutes to apply a grant. */
export const repairKeyVault = post('/api/key-vault-repairs', vaultRepair, nothing)

/** `unknown` if the user can't read their permissions. */
export const permission = z.enum(['allowed', 'forbidden', 'unknown'])
export type Permission = z.infer<typeof permission>

/** Which of the fixes the user can make on a key vault. */
export const getKeyVaultPermissions = get(
  '/api/key-vault-permissions',
  z.strictObject({ vaultId: z.string() }),
  z.strictObject({
    grantKeyAccess: permission,
    enablePurgeProtection: permission,
    allowTrustedServices: permission,
    /** in the vault itself, which the portal does not write to */
    setRotationPolicy: permission,
  }),
)

const byId = z.strictObject({ id: z.string() })

/** A set as Azure returns it now, with its key's facts and the user's permissions on it. */
export const diskEncryptionSetDetails = z.strictObject({
  set: readDiskEncryptionSet,
  /** ID of its key's vault; absent if that is in another subscription */
  sourceVaultId: z.optional(z.string()),
  /** ids of the identities that are lent to it */
  userAssignedIdentityIds: z.array(z.string()),
  tags: z.optional(z.record(z.string(), z.string())),
  /** of the application with which it reaches a vault in another tenant */
  federatedClientId: z.optional(z.string()),
  /** Azure's own code, while it cannot rotate the key */
  autoKeyRotationErrorCode: z.optional(z.string()),
  mayChange: permission,
  mayDelete: permission,
  /** Azure's own time, ISO 8601 */
  now: z.string(),
})
export type DiskEncryptionSetDetails = z.infer<typeof diskEncryptionSetDetails>

/** One set. */
export const getDiskEncryptionSet = get(
  '/api/disk-encryption-set',
  z.extend(byId, { freshness }),
  diskEncryptionSetDetails,
)

/** An image version that names a set: in which regions, and for which disks there. */
export const imageVersionUse = z.strictObject({
  id: z.string(),
  regions: z.array(
    z.strictObject({
      /** short name */
      name: z.string(),
      /** a LUN; `confidential`: the confidential part of the OS disk */
      disks: z.array(z.union([z.literal('os'), z.literal('confidential'), z.number()])),
    }),
  ),
})
export type ImageVersionUse = z.infer<typeof imageVersionUse>

/** What a set encrypts, as far as the user can see it. */
export const getDiskEncryptionSetUses = get(
  '/api/disk-encryption-set-uses',
  byId,
  z.strictObject({
    /** IDs of disks, snapshots and everything else that Azure itself associates with the set */
    resources: z.array(z.string()),
    /** Azure allows deleting a set although versions name it */
    imageVersions: z.array(imageVersionUse),
  }),
)
export type DiskEncryptionSetUses = z.infer<typeof getDiskEncryptionSetUses.response>

/** Changes a set's key, or turns automatic rotation on or off. Everything else of the set stays. */
export const changeDiskEncryptionSetKey = post(
  '/api/disk-encryption-set-key-changes',
  z.strictObject({ id: z.string(), change: keyChange }),
  nothing,
)

/** Deletes a set that nothing uses; 409 `DiskEncryptionSetInUse` otherwise. */
export const deleteDiskEncryptionSet = del('/api/disk-encryption-set', byId, nothing)

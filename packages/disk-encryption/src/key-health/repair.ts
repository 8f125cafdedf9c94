import * as z from 'zod/mini'

/** What the portal can fix on a key vault with the user's permissions. IDs are ARM's. */
export const vaultRepair = z.discriminatedUnion('action', [
  /** the set's identities can get, wrap and unwrap the vault's keys */
  z.strictObject({ action: z.literal('grantKeyAccess'), diskEncryptionSetId: z.string(), vaultId: z.string() }),
  /** turns on soft delete and purge protection, permanently */
  z.strictObject({ action: z.literal('enablePurgeProtection'), vaultId: z.string() }),
  /** trusted Microsoft services pass the vault's firewall */
  z.strictObject({ action: z.literal('allowTrustedServices'), vaultId: z.string() }),
])
export type VaultRepair = z.infer<typeof vaultRepair>

/** The fix of a finding or an error, with its parameters. Region names are short (`westus`). */
export const repair = z.union([
  vaultRepair,
  z.discriminatedUnion('action', [
    /** what ARM can't do, for example enabling a key, is done in the Azure portal */
    z.strictObject({ action: z.literal('openInPortal'), resourceId: z.string() }),
    /** nor this: only the vault itself accepts the policy of an existing key, and the portal has no token for vaults */
    z.strictObject({ action: z.literal('setRotationPolicy'), vaultId: z.string(), keyName: z.string() }),
    /** in the cell that the path leads to */
    z.strictObject({ action: z.literal('chooseAnotherSet') }),
    z.strictObject({ action: z.literal('chooseAnotherSource') }),
    /** makes room in the gallery, on a page of its own */
    z.strictObject({ action: z.literal('cleanUpVersions'), galleryId: z.string() }),
    z.strictObject({ action: z.literal('addTargetRegion'), region: z.string() }),
    z.strictObject({ action: z.literal('removeTargetRegion'), region: z.string() }),
    /** in the field that the path leads to */
    z.strictObject({ action: z.literal('correctField') }),
    z.strictObject({ action: z.literal('retry') }),
  ]),
])
export type Repair = z.infer<typeof repair>

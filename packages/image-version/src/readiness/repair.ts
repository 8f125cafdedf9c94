import * as z from 'zod/mini'

/** What mends a finding or a refusal, with what it takes. The portal does the first three itself, as the user. */
export const repair = z.discriminatedUnion('action', [
  /** the set's identity may get, wrap and unwrap the vault's keys */
  z.strictObject({ action: z.literal('grantKeyAccess'), diskEncryptionSetId: z.string(), vaultId: z.string() }),
  /** turns on soft delete and purge protection, for good */
  z.strictObject({ action: z.literal('enablePurgeProtection'), vaultId: z.string() }),
  z.strictObject({ action: z.literal('allowTrustedServices'), vaultId: z.string() }),
  /** what ARM cannot do, such as enabling a key, is done in the Azure portal */
  z.strictObject({ action: z.literal('openInPortal'), resourceId: z.string() }),
  /** of the cell that the path leads to */
  z.strictObject({ action: z.literal('chooseAnotherSet') }),
  z.strictObject({ action: z.literal('createSet'), region: z.string() }),
  z.strictObject({ action: z.literal('chooseAnotherSource') }),
  /** names of regions are short (`westus`) */
  z.strictObject({ action: z.literal('addTargetRegion'), region: z.string() }),
  z.strictObject({ action: z.literal('removeTargetRegion'), region: z.string() }),
  /** correct the field that the path leads to */
  z.strictObject({ action: z.literal('correctField') }),
  z.strictObject({ action: z.literal('retry') }),
])
export type Repair = z.infer<typeof repair>

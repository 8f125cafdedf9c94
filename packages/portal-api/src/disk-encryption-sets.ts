import * as z from 'zod/mini'
import { diskEncryptionSetFacts, vaultRepair } from '@portal/image-version'
import { endpoint } from './endpoint.ts'

/**
 * What the user may read of the keys behind some sets, for `readinessOf`. A POST because of the many ids; it changes
 * nothing. Sets that Azure has not, or hides, are left out of the answer.
 */
export const getDiskEncryptionSetFacts = endpoint({
  method: 'POST',
  path: '/api/disk-encryption-set-facts',
  request: z.strictObject({ ids: z.array(z.string().check(z.maxLength(1024))).check(z.maxLength(50)) }),
  response: z.strictObject({
    /** Azure's own time, ISO 8601 */
    now: z.string(),
    sets: z.array(z.strictObject({ id: z.string(), facts: diskEncryptionSetFacts })),
  }),
})

/** Mends a key vault, as the user. Azure may take some minutes to heed a grant. */
export const repairKeyVault = endpoint({
  method: 'POST',
  path: '/api/key-vault-repairs',
  request: vaultRepair,
  response: z.strictObject({}),
})

/** `unknown` where the user may not read what they may do. */
export const permission = z.enum(['allowed', 'forbidden', 'unknown'])
export type Permission = z.infer<typeof permission>

/** Which of the repairs the user may do at a vault. */
export const getKeyVaultPermissions = endpoint({
  method: 'GET',
  path: '/api/key-vault-permissions',
  request: z.strictObject({ vaultId: z.string() }),
  response: z.strictObject({
    grantKeyAccess: permission,
    enablePurgeProtection: permission,
    allowTrustedServices: permission,
  }),
})

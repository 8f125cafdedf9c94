import * as z from 'zod/mini'
import { _default as defaulted } from 'zod/mini'
import { get } from './endpoint.ts'

/**
 * How old the facts about keys in a response can be: `recent`, a minute at most, to show a page; `fresh`, read from
 * Azure now, because the user asks for them or is about to write something.
 */
export const freshness = defaulted(z.enum(['recent', 'fresh']), 'recent')
export type Freshness = z.output<typeof freshness>

/** A vault whose keys a disk encryption set can use. */
export const keyVaultSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** short name */
  location: z.string(),
  /** soft delete and purge protection are on, as Azure requires */
  isProtected: z.boolean(),
})
export type KeyVaultSummary = z.infer<typeof keyVaultSummary>

/** The vaults of a subscription in one region, by name. */
export const listKeyVaults = get(
  '/api/key-vaults',
  z.strictObject({ subscriptionId: z.string(), location: z.string() }),
  z.array(keyVaultSummary),
)

/** The names of a vault's keys. */
export const listKeys = get('/api/keys', z.strictObject({ vaultId: z.string() }), z.array(z.string()))

/** One version of a key. Instants are ISO 8601. */
export const keyVersion = z.strictObject({
  keyUrl: z.string(),
  enabled: z.boolean(),
  created: z.optional(z.string()),
  expires: z.optional(z.string()),
})
export type KeyVersion = z.infer<typeof keyVersion>

/** The versions of a key, the latest first. */
export const listKeyVersions = get(
  '/api/key-versions',
  z.strictObject({ vaultId: z.string(), keyName: z.string() }),
  z.array(keyVersion),
)

import { keyImpactFacts } from '@portal/disk-encryption'
import { deletedVersion } from '@portal/gallery'
import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { estatePage, pageOf } from './row-pages.ts'

const start = z
  .strictObject({
    /** with or without a version */
    keyUrl: z.optional(z.string().check(z.maxLength(1024))),
    /** all keys of a vault, by its host name */
    vaultHost: z.optional(z.string().check(z.maxLength(255), z.regex(/^[\w-]+(\.[\w-]+)+$/))),
    diskEncryptionSetId: z.optional(z.string()),
    imageVersionId: z.optional(z.string()),
    virtualMachineId: z.optional(z.string()),
  })
  .check(z.refine((named) => Object.values(named).filter((value) => value !== undefined).length === 1))

/** The keys of one thing, and all that depends on them as far as the user can see it. */
export const getKeyImpact = get(
  '/api/estate/key-impact',
  start,
  z.strictObject({
    /** `https://{vault}.vault.azure.net/keys/{key}`; empty if no set has the key, or the thing no set */
    keys: z.array(z.string()),
    facts: keyImpactFacts,
  }),
)
export type KeyImpact = z.infer<typeof getKeyImpact.response>

/**
 * The deleted versions that a key might have encrypted: Azure does not return the keys of a deleted version, so these
 * are all in the subscriptions of its sets.
 */
export const listDeletedVersionsNearKey = get(
  '/api/estate/key-impact/deleted-versions',
  z.strictObject({ keyUrl: z.string().check(z.maxLength(1024)) }),
  z.strictObject({
    versions: z.array(deletedVersion),
    /** false: some recycle bins were not read, because there are many or the user has no permission to read them */
    isComplete: z.boolean(),
  }),
)

/** A key that disk encryption sets use. */
const usedKey = z.strictObject({
  /** its URL without a version */
  id: z.string(),
  sets: z.number(),
  /** of its sets: short names */
  locations: z.array(z.string()),
  /** running virtual machines with a disk that it encrypts: what stops without the key */
  stops: z.number(),
  /** image versions that it encrypts in some region */
  versions: z.number(),
})
export type UsedKeyRow = z.infer<typeof usedKey>

/** The keys of all sets that the user can see, page by page. */
export const browseKeys = get(
  '/api/estate/keys',
  z.strictObject({ ...estatePage, sort: z.enum(['stops', 'key', 'sets']) }),
  pageOf(usedKey),
)

import { diskEncryptionSet, diskEncryptionSetFacts } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { get, ask } from '../endpoint.ts'
import { freshness } from '../keys.ts'
import { diskEncryptionSetRow } from './resource-rows.ts'
import { estatePage, pageOf } from './row-pages.ts'

/** The facts about the key of a set that Resource Graph has: all but those of the key itself. */
export const surveyedFacts = z.omit(diskEncryptionSetFacts, { key: true })
export type SurveyedFacts = z.infer<typeof surveyedFacts>

/** A row of disk encryption sets. Without facts if its key vault is not in Resource Graph, or hidden. */
export const surveyedSetRow = z.extend(diskEncryptionSetRow, { facts: z.optional(surveyedFacts) })
export type SurveyedSetRow = z.infer<typeof surveyedSetRow>

const surveyed = pageOf(surveyedSetRow)
const asked = { ...estatePage, encryptionType: z.optional(diskEncryptionSet.shape.encryptionType) }

/**
 * A page of disk encryption sets with what Resource Graph knows of their keys, those in visible trouble first (a
 * rotation that fails, a missing grant, a key vault without purge protection …). One to three queries, no call of
 * ARM. The keys themselves are read by `readKeys`.
 */
export const surveyKeyHealth = get(
  '/api/estate/key-survey',
  z.omit(z.strictObject(asked), { direction: true }),
  z.extend(surveyed, {
    /** Azure's own time, ISO 8601 */
    now: z.string(),
    /** the queries of Resource Graph behind it */
    queries: z.array(z.string()),
  }),
)

/** The same in another order. */
export const browseDiskEncryptionSets = get(
  '/api/estate/disk-encryption-sets',
  z.strictObject({
    ...asked,
    sort: z.enum(['name', 'location', 'encryptionType', 'key', 'rotation', 'resourceGroup']),
  }),
  surveyed,
)

/** The most keys that one request reads. */
export const mostKeysRead = 50

/** A version of a key, as a disk encryption set names it. */
const keyAddress = z.strictObject({
  vaultId: z.string().check(z.maxLength(1024)),
  keyUrl: z.string().check(z.maxLength(1024)),
})
export type KeyAddress = z.infer<typeof keyAddress>

/** Reads keys from ARM, each once: Resource Graph has none. A POST because of their many addresses. */
export const readKeys = ask(
  '/api/estate/keys',
  z.strictObject({ keys: z.array(keyAddress).check(z.maxLength(mostKeysRead)), freshness }),
  z.strictObject({
    /** Azure's own time, ISO 8601 */
    now: z.string(),
    keys: z.array(z.strictObject({ keyUrl: z.string(), key: diskEncryptionSetFacts.shape.key })),
  }),
)

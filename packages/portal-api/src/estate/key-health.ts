import { diskEncryptionSet, diskEncryptionSetFacts } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { freshness } from '../keys.ts'
import { diskEncryptionSetRow } from './resource-rows.ts'
import { estatePart } from './row-pages.ts'

/** The most calls of Azure that one check of keys makes, and the most sets that it answers. */
export const mostOfKeyCheck = { calls: 200, sets: 200 }

/** A row of disk encryption sets with the facts of its key; without them if Azure has the set no more. */
const checkedSetRow = z.extend(diskEncryptionSetRow, { facts: z.optional(diskEncryptionSetFacts) })

/**
 * Sets with the facts of their keys, for `findingsOf`: of all that match, as many as can be checked with `calls` calls
 * of Azure. First those whose trouble Resource Graph already shows (a rotation that fails, a key vault without purge
 * protection …), then the others. Resource Graph has no keys, so those not checked might have problems, too.
 */
export const checkKeyHealth = get(
  '/api/estate/key-health',
  z.strictObject({
    ...estatePart,
    encryptionType: z.optional(diskEncryptionSet.shape.encryptionType),
    calls: z.coerce.number<number>().check(z.int(), z.minimum(1), z.maximum(mostOfKeyCheck.calls)),
    freshness,
  }),
  z.strictObject({
    /** Azure's own time, ISO 8601 */
    now: z.string(),
    /** how many match */
    total: z.number(),
    /** those that were checked */
    sets: z.array(checkedSetRow),
  }),
)

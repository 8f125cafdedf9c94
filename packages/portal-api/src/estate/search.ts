import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { longestSearch } from './row-pages.ts'

/** Rows of one kind in the answer of a search. */
export const mostFoundOfKind = 8

/** What a search finds as resources of Azure. */
export const foundKind = z.enum([
  'gallery',
  'imageDefinition',
  'imageVersion',
  'diskEncryptionSet',
  'keyVault',
  'virtualMachine',
])
export type FoundKind = z.infer<typeof foundKind>

/** A key of a key vault, as disk encryption sets name it. */
export const foundKey = z.strictObject({
  keyVaultName: z.string(),
  keyName: z.string(),
  /** its URL without scheme and version: what the list of disk encryption sets finds its sets by */
  address: z.string(),
})
export type FoundKey = z.infer<typeof foundKey>

/**
 * What the user can see and whose names contain every word of a text, in any order: the names of a version's definition
 * and gallery, of a definition's gallery and of a set's key count too. One Resource Graph query.
 */
export const searchEstate = get(
  '/api/estate/search',
  z.strictObject({ text: z.string().check(z.maxLength(longestSearch)) }),
  z.strictObject({
    /** at most one for each kind; none without rows */
    groups: z.array(
      z.strictObject({
        kind: foundKind,
        total: z.number(),
        /** the best first; `key` of a disk encryption set, `isRevoked` of a version */
        rows: z.array(
          z.strictObject({ id: z.string(), key: z.optional(foundKey), isRevoked: z.optional(z.boolean()) }),
        ),
      }),
    ),
    /** of those that disk encryption sets use */
    keys: z.array(foundKey),
  }),
)
export type EstateFound = z.infer<typeof searchEstate.response>

/** The words of a searched text, in lower case, each once. */
export function searchWords(text: string): string[] {
  return [...new Set(text.toLowerCase().split(/[\s/]+/))].filter((word) => word !== '').slice(0, mostWords)
}

const mostWords = 10

import { shownName, shownText } from '@portal/arm'
import * as z from 'zod/mini'

// Which versions of a gallery stay, as a file that can be passed on. It names no gallery: it is applied where somebody
// opens it, and what must not go stays whatever it says.

/** Where a portal serves the schema, below its own address. */
export const retentionSchemaPath = '/schemas/retention-rule.v1.json'

/** The name of the file that a browser saves, independent of the rule: its texts can come from anyone. */
export const retentionFileName = 'retention-rule.json'

/** The most versions of one clean-up. */
export const mostCleanedUp = 1000

/** A text in which each `*` stands for any characters; compared without case. */
const pattern = shownText(80)

const retentionRule = z.strictObject({
  name: shownName,
  /** IDs of the only versions that can go: a selection. Alone, it takes the place of a number and of an age. */
  versions: z.exactOptional(
    z.array(z.string().check(z.maxLength(1024))).check(z.minLength(1), z.maxLength(mostCleanedUp)),
  ),
  /** how many versions of each definition stay, counted from the highest number */
  keepNewest: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  /** versions published less than so many days ago stay */
  keepDays: z.optional(z.int().check(z.gte(1), z.lte(3_650))),
  /** all others stay: a version goes only if it meets each of these */
  only: z.exactOptional(
    z.strictObject({
      definition: z.exactOptional(pattern),
      version: z.exactOptional(pattern),
      tag: z.exactOptional(z.strictObject({ name: shownText(512), value: z.union([z.literal(''), shownText(256)]) })),
      isPastEndOfLife: z.exactOptional(z.literal(true)),
      isRevoked: z.exactOptional(z.literal(true)),
      isExcluded: z.exactOptional(z.literal(true)),
      /** a version without a disk encryption set in any region */
      isUnderPlatformKeys: z.exactOptional(z.literal(true)),
    }),
  ),
  /** a version with a tag of this name stays, whatever its value */
  keepTag: shownText(512),
})
/** A rule that names neither versions nor a number nor an age would let every version go: it is refused. */
export const checkedRetentionRule = retentionRule.check(
  z.refine(({ versions, keepNewest, keepDays }) => (versions ?? keepNewest ?? keepDays) !== undefined, {
    path: ['keepNewest'],
  }),
)
export type RetentionRule = z.infer<typeof retentionRule>

const retentionFileSchema = z.strictObject({ $schema: z.string(), version: z.literal(1), rule: checkedRetentionRule })
const anyVersion = z.object({ version: z.int() })
// A selection has a thousand IDs.
const longestFile = 400_000

/** What a rule's file or link holds; `origin` is that of the portal, which serves the schema. */
export function retentionFile(rule: RetentionRule, origin: string): z.infer<typeof retentionFileSchema> {
  return { $schema: `${origin}${retentionSchemaPath}`, version: 1, rule }
}

/** The text of a rule's file. */
export function retentionText(rule: RetentionRule, origin: string): string {
  return `${JSON.stringify(retentionFile(rule, origin), null, 2)}\n`
}

/** The rule in a file's text, or why there is none: the first field that is not as the schema has it. */
export function retentionFromText(
  text: string,
): { rule: RetentionRule } | { fault: 'Foreign' | 'VersionUnknown' | 'Invalid'; field: string } {
  const json = text.length > longestFile ? undefined : jsonOf(text)
  const parsed = retentionFileSchema.safeParse(json)
  if (parsed.success) return { rule: parsed.data.rule }
  const version = anyVersion.safeParse(json)
  if (!version.success) return { fault: 'Foreign', field: '' }
  if (version.data.version !== 1) return { fault: 'VersionUnknown', field: '' }
  return { fault: 'Invalid', field: parsed.error.issues[0]?.path.map(String).join('.') ?? 'rule' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The JSON Schema of a rule's file, for editors that check and complete one. */
export function retentionJsonSchema(): unknown {
  return z.toJSONSchema(retentionFileSchema, { target: 'draft-2020-12', io: 'input' })
}

/** Whether a text matches a pattern of a rule. In time in proportion to both: the pattern can come from anyone. */
export function matchesPattern(text: string, wanted: string): boolean {
  const [first = '', ...parts] = wanted.toLowerCase().split('*')
  const within = text.toLowerCase()
  if (parts.length === 0) return within === first
  if (!within.startsWith(first)) return false
  const last = parts.pop() ?? ''
  let from = first.length
  for (const part of parts) {
    const found = within.indexOf(part, from)
    if (found === -1) return false
    from = found + part.length
  }
  return within.length - last.length >= from && within.endsWith(last)
}

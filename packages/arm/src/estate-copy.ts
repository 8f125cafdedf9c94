import * as z from 'zod/mini'
import { guidPattern } from './resource-id.ts'

// The file of a copy of an estate, which the portal writes and the simulated Azure opens: one JSON object a line, so
// that neither has to hold all of it. The reasons: docs/decisions/0090-a-copy-is-a-file-of-what-azure-answers.md

const guid = z.string().check(z.regex(guidPattern))
const text = z.string().check(z.maxLength(4096))
const words = z.optional(z.nullable(z.array(text)))

/** What a copy lacks because the user could not read it, in the order in which it is read. */
const unreadInCopy = z.enum(['keys', 'states', 'locks', 'roleAssignments'])
export type UnreadInCopy = z.infer<typeof unreadInCopy>

/** The first line. */
const copyHeader = z.strictObject({
  format: z.literal('azure-estate-copy'),
  version: z.literal(1),
  tenantId: guid,
  /** the directory's name and domain, if they are known */
  directory: z.optional(z.strictObject({ displayName: text, defaultDomain: text })),
  /** Azure's time when the copy was begun, ISO 8601 */
  takenAt: z.string().check(z.refine((time) => !Number.isNaN(Date.parse(time)))),
  /** whether names and IDs are pseudonyms */
  isAnonymized: z.boolean(),
  subscriptions: z.array(z.strictObject({ subscriptionId: guid, displayName: text })).check(z.minLength(1)),
  /** the galleries there that were chosen; none: all */
  galleryIds: z.optional(z.array(text)),
})

/** A resource as Azure Resource Graph or Azure Resource Manager answers with it; role assignments and locks, too. */
const copiedResource = z.looseObject({
  id: text,
  type: text,
  name: text,
  location: z.optional(z.nullable(text)),
  tags: z.optional(z.nullable(z.record(z.string(), z.string()))),
  properties: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
})
export type CopiedResource = z.infer<typeof copiedResource>

const copyLine = z.union([
  z.strictObject({ resource: copiedResource }),
  /** who took the copy */
  z.strictObject({ person: z.strictObject({ objectId: guid, displayName: text, userPrincipalName: text }) }),
  /** what that person may do at a scope */
  z.strictObject({
    permissions: z.strictObject({
      scope: text,
      roles: z.array(z.looseObject({ actions: words, notActions: words, dataActions: words, notDataActions: words })),
    }),
  }),
  z.strictObject({ unread: z.strictObject({ what: unreadInCopy, scope: text }) }),
  /** the last line, without which a file is cut off */
  z.strictObject({ end: z.strictObject({ lines: z.number() }) }),
])
export type CopyLine = z.infer<typeof copyLine>
export type CopyHeader = z.infer<typeof copyHeader>

/** A file that is no copy: what is wrong, and in which line, from 1. */
export class EstateCopyRefused extends Error {
  readonly line: number
  constructor(line: number, reason: string, options: ErrorOptions = {}) {
    super(`line ${line}: ${reason}`, options)
    this.name = 'EstateCopyRefused'
    this.line = line
  }
}

// As deep as ARM's templates, and the line around them.
const deepest = 64

/** What checks the lines of a copy one after the other; each function throws `EstateCopyRefused`. */
export function copyReader() {
  let [count, hasEnd] = [0, false]
  return {
    /** A line as it is read, the first one the header; undefined for an empty one. */
    read(line: string): CopyHeader | CopyLine | undefined {
      if (line.trim() === '') return undefined
      if (hasEnd) throw new EstateCopyRefused(count + 1, 'it follows the end')
      const value = jsonIn(line, count + 1)
      count += 1
      const result = z.safeParse<typeof copyHeader | typeof copyLine>(count === 1 ? copyHeader : copyLine, value)
      if (!result.success) throw new EstateCopyRefused(count, count === 1 ? 'no copy of an estate' : 'not as expected')
      hasEnd = 'end' in result.data
      if ('end' in result.data && result.data.end.lines !== count)
        throw new EstateCopyRefused(count, 'lines are missing or were added')
      return result.data
    },
    /** After the last line. */
    end(): void {
      if (!hasEnd) throw new EstateCopyRefused(count + 1, 'the file is cut off')
    },
  }
}

/** The lines of a copy, each checked, the first of them its header. Throws `EstateCopyRefused`. */
export function* linesOfCopy(lines: Iterable<string>): Generator<CopyHeader | CopyLine, void> {
  const reader = copyReader()
  for (const line of lines) {
    const read = reader.read(line)
    if (read !== undefined) yield read
  }
  reader.end()
}

function jsonIn(line: string, number: number): unknown {
  try {
    const value: unknown = JSON.parse(line)
    if (isDeeperThan(deepest, value)) throw new EstateCopyRefused(number, 'nested too deeply')
    return value
  } catch (error) {
    throw error instanceof EstateCopyRefused ? error : new EstateCopyRefused(number, 'no JSON', { cause: error })
  }
}

/** Whether a value of JSON has more levels of lists and objects. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part))
}

import type { IssuePath } from '@portal/image-version'
import type { CodeLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { Shown } from '../shown/shown.ts'

/** How a language writes objects, lists and their members. */
export interface LiteralSyntax {
  object: [open: string, close: string]
  list: [open: string, close: string]
  /** before a member's value; unquoted if the language allows it */
  key: (name: string) => string
  /** after a quoted name */
  assign: ': ' | ' = '
  text: (value: string) => string
  boolean: (value: boolean) => string
  /** between two members of an object */
  between: ',' | ''
  /** between two members of a list */
  betweenItems: ',' | ''
}

/** Code of the language itself, for example an expression, in the place of a value. */
export class Verbatim {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

/** A value of JSON as a literal of the language, over as many lines as it needs, two spaces a level. */
export function literalLines(value: unknown, syntax: LiteralSyntax): CodeLine[] {
  const lines: CodeLine[] = []
  write(value, { before: '', after: '', indent: '', path: [] })
  return lines

  // A large plan has about 20,000 lines, so each is built once.
  function write(part: unknown, place: Place): void {
    if (part instanceof Shown) return write(part.value, { ...place, path: part.path })
    if (part instanceof NamedByUser) {
      const members = Object.entries(part.members).map(([name, member]): Member => [quotedKey(name, syntax), member])
      return writeMembers(members, { ...place, brackets: syntax.object, between: syntax.between })
    }
    if (Array.isArray(part)) {
      const items = part.map((item: unknown): Member => ['', item])
      return writeMembers(items, { ...place, brackets: syntax.list, between: syntax.betweenItems })
    }
    if (typeof part === 'object' && part !== null && !(part instanceof Verbatim)) {
      const members = Object.entries(part)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]: [string, unknown]): Member => [syntax.key(name), member])
      return writeMembers(members, { ...place, brackets: syntax.object, between: syntax.between })
    }
    lines.push({ text: place.indent + place.before + scalar(part, syntax) + place.after, path: place.path })
  }

  function writeMembers(members: Member[], { brackets: [open, close], between, ...place }: Enclosure): void {
    const { before, after, indent, path } = place
    if (members.length === 0) return void lines.push({ text: indent + before + open + close + after, path })
    lines.push({ text: indent + before + open, path })
    for (const [index, [key, member]] of members.entries())
      write(member, { before: key, after: index < members.length - 1 ? between : '', indent: `${indent}  `, path })
    lines.push({ text: indent + close + after, path })
  }
}

interface Place {
  before: string
  after: string
  indent: string
  path: IssuePath
}

interface Enclosure extends Place {
  brackets: [open: string, close: string]
  between: string
}

type Member = [key: string, value: unknown]

/**
 * Before the value of a member whose name the user chose: always quoted, because it can be any word of the language.
 */
function quotedKey(name: string, { text, assign }: LiteralSyntax): string {
  return `${text(name)}${assign}`
}

function scalar(value: unknown, syntax: LiteralSyntax): string {
  if (value instanceof Verbatim) return value.code
  if (typeof value === 'string') return syntax.text(value)
  if (typeof value === 'boolean') return syntax.boolean(value)
  return String(value)
}

/** The lines with `prefix` before the first. */
export function prefixed(prefix: string, lines: CodeLine[]): CodeLine[] {
  return lines.map((line, index) => (index === 0 ? { ...line, text: prefix + line.text } : line))
}

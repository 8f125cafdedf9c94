import { listOf, objectOf, type JsonObject } from '../json-value.ts'
import { openReference } from '../open-value.ts'
import { powerShellTokens, type PowerShellToken } from './powershell-tokens.ts'

/** A call of a command: its parameters with their values, and the values without a parameter. */
export interface PowerShellCall {
  /** in lower case */
  command: string
  parameters: Map<string, unknown>
  positional: unknown[]
  line: number
}

export interface PowerShellScript {
  calls: PowerShellCall[]
  /** words in the place of a value that PowerShell would run as commands */
  bareWords: { word: string; line: number }[]
  /** variables that are set and never read, with the line that sets them */
  unused: { name: string; line: number }[]
  /** variables that are read and that nothing here sets, `$name` with members */
  neverSet: Set<string>
}

const longestText = 10_000
const longestList = 1000

/**
 * Reads the calls of a script. Literals, hashtables, arrays and the variables that the script sets from them are
 * resolved; whatever would have to be run is left open by name. Nothing is run.
 */
export function powerShellScript(script: string): PowerShellScript {
  return new ScriptReader(powerShellTokens(script)).read()
}

class ScriptReader {
  readonly #tokens: PowerShellToken[]
  readonly #variables = new Map<string, unknown>()
  readonly #assigned = new Map<string, { name: string; line: number }>()
  readonly #used = new Set<string>()
  readonly #script: PowerShellScript = { calls: [], bareWords: [], unused: [], neverSet: new Set() }
  #position = 0

  constructor(tokens: PowerShellToken[]) {
    this.#tokens = tokens
  }

  read(): PowerShellScript {
    while (this.#position < this.#tokens.length) this.#readStatement()
    for (const [key, variable] of this.#assigned) if (!this.#used.has(key)) this.#script.unused.push(variable)
    return this.#script
  }

  #readStatement(): void {
    const token = this.#next()
    if (isCommand(token)) this.#readCall(token)
    else if (token.kind === 'variable' && (this.#isSign('=') || this.#isSign('+='))) this.#readAssignment(token)
    else if (token.kind === 'variable') this.#declare(token.text)
  }

  /** A variable that `param`, a loop or a command sets: it exists, but its value is unknown. */
  #declare(text: string): void {
    const key = text.toLowerCase()
    if (!this.#variables.has(key)) this.#variables.set(key, openReference(`$${text}`))
  }

  #readAssignment(variable: PowerShellToken): void {
    const key = variable.text.toLowerCase()
    const adds = this.#next().text === '+='
    // The value of a call is unknown, but the call might be the one looked for.
    if (isCommand(this.#peek())) {
      this.#declare(variable.text)
      return
    }
    const value = this.#readValue()
    const before = this.#variables.get(key)
    this.#variables.set(key, adds ? joined(before ?? [], value) : value)
    if (!adds) this.#assigned.set(key, { name: `$${variable.text}`, line: variable.line })
  }

  #readCall({ text, line }: PowerShellToken): void {
    const call: PowerShellCall = { command: text.toLowerCase(), parameters: new Map(), positional: [], line }
    while (this.#peek().kind !== 'end' && !this.#isSign('|') && !this.#isSign('}')) {
      const token = this.#peek()
      if (token.kind === 'splat') {
        this.#next()
        const splatted = objectOf(this.#variable(token.text)) ?? {}
        for (const [name, value] of Object.entries(splatted)) call.parameters.set(name.toLowerCase(), value)
      } else if (isParameter(token)) {
        this.#next()
        const hasValue = this.#peek().kind !== 'end' && !isParameter(this.#peek()) && this.#peek().kind !== 'splat'
        const name = token.text.slice(1).replace(/:$/, '').toLowerCase()
        call.parameters.set(name, hasValue ? this.#readList(true) : true)
      } else call.positional.push(this.#readList(true))
    }
    this.#script.calls.push(call)
  }

  #readValue(): unknown {
    let value = this.#readList(false)
    while (this.#isSign('+')) {
      this.#next()
      const more = this.#readList(false)
      value = joined(value, more)
    }
    return value
  }

  /** One value, or several with commas between them. */
  #readList(isArgument: boolean): unknown {
    const first = this.#readOperand(isArgument)
    if (!this.#isSign(',')) return first
    const values = [first]
    while (this.#isSign(',')) {
      this.#next()
      this.#skipEnds()
      values.push(this.#readOperand(isArgument))
    }
    return values
  }

  #readOperand(isArgument: boolean): unknown {
    const token = this.#next()
    switch (token.kind) {
      case 'literal':
        return token.text
      case 'expandable':
        return this.#expanded(token.text)
      case 'variable':
        return this.#variable(token.text)
      case 'word':
        return this.#word(token, isArgument)
      case 'sign':
        return this.#grouped(token.text, isArgument)
      case 'splat':
      case 'end':
        return undefined
    }
  }

  #word({ text, line }: PowerShellToken, isArgument: boolean): unknown {
    if (/^-?\d{1,9}$/.test(text)) return Number(text)
    if (!isArgument && !text.startsWith('<')) this.#script.bareWords.push({ word: text, line })
    return text
  }

  #grouped(sign: string, isArgument: boolean): unknown {
    switch (sign) {
      case '@{':
        return this.#readHashtable()
      case '@(':
        return this.#readUntil(')')
      case '(': {
        const values = this.#readUntil(')')
        return values.length === 1 ? values[0] : values
      }
      case '[': // a type, for example [string] or [ordered], which changes nothing here
        while (this.#peek().kind !== 'end' && this.#next().text !== ']');
        return this.#readOperand(isArgument)
      default:
        return undefined
    }
  }

  #readUntil(close: string): unknown[] {
    const values: unknown[] = []
    this.#skipEnds()
    while (!this.#isSign(close) && this.#position < this.#tokens.length) {
      const value = this.#readValue()
      if (value !== undefined && values.length < longestList)
        values.push(...listOf(Array.isArray(value) ? value : [value]))
      this.#skipEnds()
    }
    this.#next()
    return values
  }

  #readHashtable(): JsonObject {
    const entries: [string, unknown][] = []
    this.#skipEnds()
    while (!this.#isSign('}') && this.#position < this.#tokens.length) {
      const key = this.#next().text
      if (this.#isSign('=')) {
        this.#next()
        this.#skipEnds()
        entries.push([key, this.#readValue()])
      }
      this.#skipEnds()
    }
    this.#next()
    return Object.fromEntries(entries)
  }

  /** A variable, with its members; what the script does not set is open. */
  #variable(text: string): unknown {
    const [name = '', ...members] = text.split('.')
    const key = name.toLowerCase()
    this.#used.add(key)
    if (key === 'true' || key === 'false') return key === 'true'
    if (key === 'null') return null
    if (!this.#variables.has(key)) this.#script.neverSet.add(`$${text}`)
    let value = this.#variables.get(key)
    for (const member of members) value = memberOf(value, member)
    return value === undefined ? openReference(`$${text}`) : value
  }

  #expanded(text: string): string {
    let expanded = ''
    for (const [index, part] of text
      .split(/(`[^]|\$\([^()]{0,200}\)|\$\{[^{}]{0,100}\}|\$[A-Za-z_]\w{0,100})/)
      .entries()) {
      if (expanded.length > longestText) return ''
      expanded += index % 2 === 0 ? part : this.#expandedPart(part)
    }
    return shortened(expanded)
  }

  #expandedPart(part: string): string {
    if (part.startsWith('`')) return escaped(part.slice(1))
    const inner = /^\$[({]?\$?([A-Za-z_]\w*(?:\.\w+)*)[)}]?$/.exec(part)?.[1]
    return inner === undefined ? openReference(part) : textIn(this.#variable(inner))
  }

  #skipEnds(): void {
    while (this.#peek().kind === 'end' && this.#position < this.#tokens.length) this.#position++
  }

  #isSign(text: string): boolean {
    const token = this.#peek()
    return token.kind === 'sign' && token.text === text
  }

  #peek(): PowerShellToken {
    return this.#tokens[this.#position] ?? { kind: 'end', text: '', line: 0 }
  }

  #next(): PowerShellToken {
    const token = this.#peek()
    this.#position++
    return token
  }
}

/** `Verb-Noun` */
function isCommand({ kind, text }: PowerShellToken): boolean {
  return kind === 'word' && /^[a-z]+-[a-z]/i.test(text)
}

function isParameter({ kind, text }: PowerShellToken): boolean {
  return kind === 'word' && /^-[A-Za-z]/.test(text)
}

/** The members of a hashtable by their names in lowercase, built once: it might have very many, and be read often. */
const membersByName = new WeakMap<object, ReadonlyMap<string, unknown>>()

/** PowerShell finds members and keys ignoring case; of two equal ones, the first. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const members =
    membersByName.get(value) ??
    new Map(
      Object.entries(objectOf(value) ?? {})
        .toReversed()
        .map(([key, member]): [string, unknown] => [key.toLowerCase(), member]),
    )
  membersByName.set(value, members)
  return members.get(name.toLowerCase())
}

/** `+`: appends to a list, continues a text. */
function joined(value: unknown, more: unknown): unknown {
  if (!Array.isArray(value)) return shortened(`${textIn(value)}${textIn(more)}`)
  return value.length >= longestList ? value : [...listOf(value), more].flat().slice(0, longestList)
}

function escaped(character: string): string {
  return { n: '\n', t: '\t', r: '\r' }[character] ?? character
}

function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function shortened(text: string): string {
  return text.length > longestText ? '' : text
}

import { openReference } from '../open-value.ts'

/** A word of a command after quotes, escapes and known variables are resolved, and the line it starts on. */
export interface BashWord {
  text: string
  line: number
}

export interface BashScript {
  commands: BashWord[][]
  /** lines that start with an option though the line before has no `\` at its end, or a blank behind it */
  notContinued: number[]
  /** the first line with a word processor's dash, quote or space instead of a plain one */
  typographic: number | undefined
}

const assignment = /^([A-Za-z_]\w{0,127})=/
const nameCharacter = /\w/
const endsCommand = '\n;&|'
const noBreakSpace = '\u00A0'
const blanks = ` \t${noBreakSpace}`
const endsWord = blanks + endsCommand
const typographicDashes = /^[\u2013\u2014]+(?=[A-Za-z])/
const option = /^(?:-{1,2}|[\u2013\u2014]{1,2})[A-Za-z]/
const longestPlaceholder = 100
const longestQuoted = 1000
/** Longer than any value: variables that name each other double with each line. */
const longestValue = 100_000

/**
 * Splits a script of simple commands like a POSIX shell: quotes, escapes, continued lines, comments, and variables that
 * the script sets itself. Other variables and `$(…)` are left open by name. Nothing is run. Changes by pasting are
 * corrected: typographic dashes, quotes and spaces, a blank after a `\`, the `^` of the Windows prompt.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function bashScript(script: string): BashScript {
  return new BashReader(script).read()
}

class BashReader {
  readonly #script: string
  readonly #variables = new Map<string, string>()
  readonly #places = new Map<string, number>()
  readonly #commands: BashWord[][] = []
  readonly #notContinued: number[] = []
  #typographic: number | undefined
  #command: BashWord[] = []
  #position = 0
  #line = 1
  /** how many more characters variables can add in total: a text is a few, a word of them is not */
  #budget = 10_000_000

  constructor(script: string) {
    this.#script = script
  }

  read(): BashScript {
    while (this.#position < this.#script.length) {
      const character = this.#next()
      if (character === '\n' && this.#command.length > 0 && this.#isBeforeOption()) this.#notContinued.push(this.#line)
      else if (endsCommand.includes(character)) this.#endCommand()
      else if (character === '#') this.#skipTo('\n')
      else if (character === noBreakSpace) this.#foundTypographic()
      else if (!blanks.includes(character) && !this.#isContinuation(character)) this.#readWord(character)
    }
    this.#endCommand()
    return { commands: this.#commands, notContinued: this.#notContinued, typographic: this.#typographic }
  }

  #endCommand(): void {
    const words = this.#command
    this.#command = []
    const isDeclaration = ['export', 'readonly', 'local', 'declare'].includes(words[0]?.text ?? '')
    const assigned = (isDeclaration ? words.slice(1) : words).every(({ text }) => assignment.test(text))
    if (!assigned) this.#commands.push(words)
    else
      for (const { text } of words) {
        const equals = text.indexOf('=')
        if (equals > 0) this.#variables.set(text.slice(0, equals), text.slice(equals + 1))
      }
  }

  #readWord(first: string): void {
    const line = this.#line
    let text = ''
    let character = first
    for (;;) {
      text += this.#piece(character)
      const following = this.#script[this.#position]
      if (following === undefined || endsWord.includes(following)) break
      character = this.#next()
      if (this.#isContinuation(character)) {
        if (endsWord.includes(this.#script[this.#position] ?? '\n')) break
        character = this.#next()
      }
    }
    // The first character shows that the dash was outside quotes.
    this.#command.push({ text: typographicDashes.test(first + text.slice(1)) ? this.#plainOption(text) : text, line })
  }

  /** `--name` or `-n` for what a word processor made of it. */
  #plainOption(text: string): string {
    this.#foundTypographic()
    const name = text.replace(typographicDashes, '')
    return `${/^[A-Za-z](?:=|$)/.test(name) ? '-' : '--'}${name}`
  }

  #foundTypographic(): void {
    this.#typographic ??= this.#line
  }

  /** What one character, with those that follow it, adds to a word. */
  #piece(character: string): string {
    switch (character) {
      case '\\':
        return this.#next()
      case "'":
        return this.#upTo("'")
      case '"':
        return this.#doubleQuoted('"')
      case '\u2018':
        return this.#isClosedBy('\u2019') ? this.#upTo('\u2019') : character
      case '\u201C':
        return this.#isClosedBy('\u201D') ? this.#doubleQuoted('\u201D') : character
      case '$':
        return this.#expansion()
      case '`':
        return openReference(`\`${this.#upTo('`')}\``)
      case '<':
        return this.#placeholder()
      default:
        return character
    }
  }

  /** Whether a typographic quotation mark, which a shell reads as a letter, has the other one of its pair. */
  #isClosedBy(end: string): boolean {
    const isClosed = this.#nextPlaceOf(end) < this.#position + longestQuoted
    if (isClosed) this.#foundTypographic()
    return isClosed
  }

  /** Its next position, searched once up to there, however often this is called; Infinity if there is none. */
  #nextPlaceOf(mark: string): number {
    const known = this.#places.get(mark)
    if (known !== undefined && known >= this.#position) return known
    const found = this.#script.indexOf(mark, this.#position)
    const place = found < 0 ? Infinity : found
    this.#places.set(mark, place)
    return place
  }

  #doubleQuoted(end: string): string {
    let text = ''
    while (this.#position < this.#script.length) {
      const character = this.#next()
      if (character === end) return text
      if (character === '$') text += this.#expansion()
      else if (character === '`') text += openReference(`\`${this.#upTo('`')}\``)
      else if (character === '\\' && '$`"\\\n'.includes(this.#script[this.#position] ?? ' ')) {
        const escaped = this.#next()
        text += escaped === '\n' ? '' : escaped
      } else text += character
    }
    return text
  }

  #expansion(): string {
    const following = this.#script[this.#position] ?? ''
    if (following === '{') {
      this.#next()
      return this.#variable(this.#upTo('}'), (name) => `\${${name}}`)
    }
    if (following === '(') return openReference(`$(${this.#parenthesized()})`)
    let name = ''
    while (nameCharacter.test(this.#script[this.#position] ?? '')) name += this.#next()
    return name === '' ? '$' : this.#variable(name, () => `$${name}`)
  }

  #variable(name: string, written: (name: string) => string): string {
    const value = this.#variables.get(name)
    if (value === undefined || value.length > longestValue || value.length > this.#budget)
      return openReference(written(name))
    this.#budget -= value.length
    return value
  }

  #parenthesized(): string {
    const start = this.#position + 1
    let depth = 0
    while (this.#position < this.#script.length) {
      const character = this.#next()
      if (character === '(') depth++
      else if (character === ')' && --depth === 0) return this.#script.slice(start, this.#position - 1)
    }
    return this.#script.slice(start)
  }

  /** `<subscription ID>` as one word, including blanks, although a shell would read from a file with that name. */
  #placeholder(): string {
    const ahead = this.#script.slice(this.#position, this.#position + longestPlaceholder)
    const length = ahead.search(/[<>\n]/)
    if (length < 0 || ahead[length] !== '>') return '<'
    this.#position += length + 1
    return `<${ahead.slice(0, length)}>`
  }

  /** A `\` at the end of a line, or its counterpart in PowerShell and the Windows prompt. */
  #isContinuation(character: string): boolean {
    if (!['\\', '`', '^'].includes(character)) return false
    const end = character === '\\' ? this.#behindBlanks(blanks) : this.#position
    if (this.#script[end] !== '\n') return false
    if (end > this.#position) this.#notContinued.push(this.#line + 1)
    this.#position = end
    this.#next()
    return true
  }

  /** Whether the next non-empty line starts with an option, as after a forgotten `\`; moves there if so. */
  #isBeforeOption(): boolean {
    const at = this.#behindBlanks(`${blanks}\n`)
    if (!option.test(this.#script.slice(at, at + 3))) return false
    while (this.#position < at) this.#next()
    return true
  }

  #behindBlanks(characters: string): number {
    let at = this.#position
    while (at < this.#script.length && characters.includes(this.#script[at] ?? '')) at++
    return at
  }

  #upTo(end: string): string {
    const start = this.#position
    this.#skipTo(end)
    const text = this.#script.slice(start, this.#position)
    if (this.#position < this.#script.length) this.#next()
    return text
  }

  #skipTo(end: string): void {
    while (this.#position < this.#script.length && this.#script[this.#position] !== end) this.#next()
  }

  #next(): string {
    const character = this.#script[this.#position++] ?? ''
    if (character === '\n') this.#line++
    return character
  }
}

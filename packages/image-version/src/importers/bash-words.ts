import { openReference } from './open-value.ts'

/** A word of a command after quotes, escapes and known variables are taken away, and the line it starts on. */
export interface BashWord {
  text: string
  line: number
}

export interface BashScript {
  commands: BashWord[][]
  /** lines that start with an option though the line before has no `\` at its end */
  notContinued: number[]
}

const assignment = /^([A-Za-z_]\w{0,127})=/
const nameCharacter = /\w/
const endsCommand = '\n;&|'
const longestPlaceholder = 100

/**
 * Reads a script of simple commands as a POSIX shell splits it: quotes, escapes, continued lines, comments, and variables
 * that the script sets itself. What another variable or a `$(…)` would give is left open by name. Nothing is run.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function bashScript(script: string): BashScript {
  return new BashReader(script).read()
}

class BashReader {
  readonly #script: string
  readonly #variables = new Map<string, string>()
  readonly #commands: BashWord[][] = []
  readonly #notContinued: number[] = []
  #command: BashWord[] = []
  #position = 0
  #line = 1

  constructor(script: string) {
    this.#script = script
  }

  read(): BashScript {
    while (this.#position < this.#script.length) {
      const character = this.#next()
      if (character === '\n' && this.#command.length > 0 && this.#optionFollows()) this.#notContinued.push(this.#line)
      else if (endsCommand.includes(character)) this.#endCommand()
      else if (character === '#') this.#skipTo('\n')
      else if (character !== ' ' && character !== '\t' && !this.#isContinuation(character)) this.#readWord(character)
    }
    this.#endCommand()
    return { commands: this.#commands, notContinued: this.#notContinued }
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
      if (following === undefined || ` \t${endsCommand}`.includes(following)) break
      character = this.#next()
      if (this.#isContinuation(character)) {
        if (` \t${endsCommand}`.includes(this.#script[this.#position] ?? '\n')) break
        character = this.#next()
      }
    }
    this.#command.push({ text, line })
  }

  /** What one character, with those that belong to it, adds to a word. */
  #piece(character: string): string {
    switch (character) {
      case '\\':
        return this.#next()
      case "'":
        return this.#upTo("'")
      case '"':
        return this.#doubleQuoted()
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

  #doubleQuoted(): string {
    let text = ''
    while (this.#position < this.#script.length) {
      const character = this.#next()
      if (character === '"') return text
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
    return this.#variables.get(name) ?? openReference(written(name))
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

  /** `<subscription ID>` in one piece, blanks and all, though a shell would read from a file of that name. */
  #placeholder(): string {
    const ahead = this.#script.slice(this.#position, this.#position + longestPlaceholder)
    const length = ahead.search(/[<>\n]/)
    if (length < 0 || ahead[length] !== '>') return '<'
    this.#position += length + 1
    return `<${ahead.slice(0, length)}>`
  }

  /** A `\` at the end of a line, or the backtick that PowerShell has for it. */
  #isContinuation(character: string): boolean {
    if (character !== '\\' && character !== '`') return false
    if (this.#script[this.#position] !== '\n') return false
    this.#next()
    return true
  }

  /** Whether the next line begins with an option, as when a `\` was forgotten. */
  #optionFollows(): boolean {
    let at = this.#position
    while (this.#script[at] === ' ' || this.#script[at] === '\t') at++
    return this.#script.startsWith('--', at)
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

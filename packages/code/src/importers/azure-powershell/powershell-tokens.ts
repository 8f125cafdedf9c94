/** A token of a PowerShell script. `text` is its meaning: a string without its quotes, a variable without its `$`. */
export interface PowerShellToken {
  kind: 'literal' | 'expandable' | 'variable' | 'splat' | 'word' | 'sign' | 'end'
  text: string
  line: number
}

const blanks = ' \t\r\u00A0'
// PowerShell treats typographic quotation marks and dashes as plain ones.
const singleQuotes = `'\u2018\u2019\u201A\u201B`
const doubleQuotes = `"\u201C\u201D\u201E`
const dash = /^[\u2013-\u2015]$/
const endsWord = `${blanks}\n(){}[],;|=$#${singleQuotes}${doubleQuotes}`
const nameStart = /[A-Za-z_?]/
const nameRest = /[\w:?]/
const longestPlaceholder = 100
/** `-Name:` with its value right behind it */
const parameterName = /^-[A-Za-z]{1,100}:$/

/**
 * Splits a script into tokens, without comments and with continued lines joined. `end` separates statements. A
 * `<placeholder>` is one word. Never throws: an unterminated string extends to the end of the text.
 * https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
 */
export function powerShellTokens(script: string): PowerShellToken[] {
  return new Tokenizer(script).read()
}

class Tokenizer {
  readonly #script: string
  readonly #tokens: PowerShellToken[] = []
  #position = 0
  #line = 1

  constructor(script: string) {
    this.#script = script
  }

  read(): PowerShellToken[] {
    while (this.#position < this.#script.length) this.#readToken()
    this.#add('end', '')
    return this.#tokens
  }

  #readToken(): void {
    const character = this.#script[this.#position] ?? ''
    const following = this.#script[this.#position + 1] ?? ''
    if (blanks.includes(character)) this.#skip(1)
    else if (character === '`' && (following === '\n' || following === '\r')) this.#skip(following === '\r' ? 3 : 2)
    else if (character === '\n' || character === ';') this.#sign('end', 1)
    else if (character === '#') this.#skipTo('\n')
    else if (character === '<') this.#readAngle(following)
    else if (singleQuotes.includes(character)) this.#readLiteral()
    else if (doubleQuotes.includes(character)) this.#readExpandable()
    else if (character === '@') this.#readAt(following)
    else if (character === '$') this.#readVariable(following)
    else if (character === '+' && following === '=') this.#sign('sign', 2)
    else if ('(){}[],|=+&'.includes(character)) this.#sign('sign', 1)
    else this.#readWord()
  }

  #readAt(following: string): void {
    if (following === '{' || following === '(') this.#sign('sign', 2)
    else if (following === "'" || following === '"') this.#readHereString(following)
    else if (nameStart.test(following)) {
      this.#skip(1)
      this.#add('splat', this.#takeWhile(nameRest))
    } else this.#sign('sign', 1)
  }

  #readVariable(following: string): void {
    this.#skip(1)
    if (following === '(') this.#sign('sign', 1)
    else if (following === '{') {
      this.#skip(1)
      this.#add('variable', this.#take('}'))
    } else this.#add('variable', this.#takeWhile(nameRest) + this.#members())
  }

  /** `.Id` behind a variable, as many as there are. */
  #members(): string {
    let members = ''
    while (this.#script[this.#position] === '.' && nameStart.test(this.#script[this.#position + 1] ?? '')) {
      this.#skip(1)
      members += `.${this.#takeWhile(nameRest)}`
    }
    return members
  }

  #readAngle(following: string): void {
    if (following === '#') {
      this.#skip(2)
      this.#take('#>')
      return
    }
    const ahead = this.#script.slice(this.#position + 1, this.#position + longestPlaceholder)
    const length = ahead.search(/[<>\n]/)
    if (length < 0 || ahead[length] !== '>') this.#sign('sign', 1)
    else {
      this.#add('word', `<${ahead.slice(0, length)}>`)
      this.#skip(length + 2)
    }
  }

  #readLiteral(): void {
    const line = this.#line
    this.#tokens.push({ kind: 'literal', text: this.#quoted(singleQuotes), line })
  }

  /** Escapes stay, because `\`$` and `$` have different meanings when the text is expanded. */
  #readExpandable(): void {
    const line = this.#line
    this.#tokens.push({ kind: 'expandable', text: this.#quoted(doubleQuotes, '`'), line })
  }

  /** The text between two of `quotes`; of a doubled one the second counts, and after an `escape` none ends it. */
  #quoted(quotes: string, escape?: string): string {
    this.#skip(1)
    let text = ''
    while (this.#position < this.#script.length) {
      const character = this.#script[this.#position] ?? ''
      const following = this.#script[this.#position + 1] ?? ' '
      const isQuote = quotes.includes(character)
      if (isQuote && !quotes.includes(following)) break
      const isPair = isQuote || character === escape
      text += isQuote ? following : this.#script.slice(this.#position, this.#position + (isPair ? 2 : 1))
      this.#skip(isPair ? 2 : 1)
    }
    this.#skip(1)
    return text
  }

  #readHereString(quote: string): void {
    const line = this.#line
    this.#skip(2)
    this.#skipTo('\n')
    this.#skip(1)
    const text = this.#take(`\n${quote}@`)
    this.#tokens.push({ kind: quote === "'" ? 'literal' : 'expandable', text, line })
  }

  #readWord(): void {
    const start = this.#position
    let text = ''
    while (this.#position < this.#script.length) {
      const character = this.#script[this.#position] ?? ''
      if (this.#position > start && endsWord.includes(character)) break
      if (character === '`') this.#skip(1)
      const written = this.#script[this.#position] ?? ''
      text += text === '' && dash.test(written) ? '-' : written
      this.#skip(1)
      if (character === ':' && parameterName.test(text)) break
    }
    this.#add('word', text)
  }

  #sign(kind: 'sign' | 'end', length: number): void {
    this.#add(kind, this.#script.slice(this.#position, this.#position + length))
    this.#skip(length)
  }

  #add(kind: PowerShellToken['kind'], text: string): void {
    this.#tokens.push({ kind, text, line: this.#line })
  }

  #takeWhile(pattern: RegExp): string {
    const start = this.#position
    while (pattern.test(this.#script[this.#position] ?? '')) this.#position++
    return this.#script.slice(start, this.#position)
  }

  /** The text up to `end`, which is passed over. */
  #take(end: string): string {
    const start = this.#position
    this.#skipTo(end)
    const text = this.#script.slice(start, this.#position)
    this.#skip(end.length)
    return text
  }

  #skipTo(end: string): void {
    const found = this.#script.indexOf(end, this.#position)
    this.#skip((found < 0 ? this.#script.length : found) - this.#position)
  }

  #skip(length: number): void {
    for (const end = this.#position + length; this.#position < end; this.#position++)
      if (this.#script[this.#position] === '\n') this.#line++
  }
}

import { beforeAll, expect, it } from 'vitest'
import { grammar, nodesOf, powershellGrammar } from '../testing/grammar.ts'
import { thousandNames } from '../testing/hard-names.ts'
import { powershellQuoted } from './powershell.ts'

let parse: Awaited<ReturnType<typeof grammar>>
beforeAll(async () => {
  parse = await grammar(powershellGrammar)
})

// Each of these ends a string that another one opened:
// https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02#2352-string-literals
const quotationMarks = "'\u2018\u2019\u201A\u201B"

/** Reads one string as PowerShell does and returns its value; undefined if it does not end with the code. */
function read(code: string): string | undefined {
  const characters = code.slice(1)
  let text = ''
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? ''
    if (quotationMarks.includes(character)) {
      if (index === characters.length - 1) return text
      index += 1
      if (!quotationMarks.includes(characters[index] ?? ' ')) return undefined
    }
    text += character
  }
  return undefined
}

it('X04 means what it was to PowerShell, typographic quotation marks included', () => {
  const { names, seed } = thousandNames()
  expect(
    names.map((name) => read(powershellQuoted(name))),
    `seed ${seed}`,
  ).toEqual(names)
})

it('X04 is one string to the grammar of PowerShell', () => {
  const { names, seed } = thousandNames()
  const quoted = names.map(powershellQuoted)
  const root = parse(quoted.map((string) => `$x = ${string}`).join('\n'))
  expect(root.hasError, `seed ${seed}`).toBe(false)
  expect(nodesOf(root, 'verbatim_string_characters').map(({ text }) => text)).toEqual(quoted)
})

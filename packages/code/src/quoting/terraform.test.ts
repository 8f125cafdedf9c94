import { expect, it } from 'vitest'
import { NamedByUser } from '../exporters/shown/named-by-user.ts'
import { literalLines } from '../exporters/syntax/literal-lines.ts'
import { terraformSyntax } from '../exporters/syntax/terraform-syntax.ts'
import { thousandNames } from '../testing/hard-names.ts'
import { parsedHcl } from '../testing/hcl.ts'
import { terraformQuoted } from './terraform.ts'

it("X07 means what it was to HashiCorp's own parser", () => {
  const { names, seed } = thousandNames()
  const parsed = parsedHcl(`names = [${names.map(terraformQuoted).join(', ')}]`)
  expect(parsed, `seed ${seed}`).toEqual({ names })
})

it("X07 means what it was to HashiCorp's own parser as the key of a map", () => {
  const { names: random, seed } = thousandNames()
  const map = Object.fromEntries(['null', 'true', 'for', 'if', ...random].map((name) => [name, name]))
  const lines = literalLines(new NamedByUser(map), terraformSyntax)
  const parsed = parsedHcl(`map = ${lines.map(({ text }) => text).join('\n')}`)
  expect(parsed, `seed ${seed}`).toEqual({ map })
})

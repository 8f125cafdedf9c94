import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { thousandNames } from '../testing/hard-names.ts'
import { csvField } from './csv.ts'

// What spreadsheet programs do with a cell, and not how the guard finds it: they drop what they can't show and the
// space before a text, read the signs of East Asian keyboards as their own, and run what begins with one. An apostrophe
// makes any cell a text. https://owasp.org/www-community/attacks/CSV_Injection
const signs = ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\uFE66', '\uFE62', '\uFE63', '\uFE6B']
// letters, marks, numbers, punctuation and symbols, but for those that Unicode draws as nothing
const hasShape = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u
const shapeless = /\u034F|\u17B4|\u17B5|[\u115F\u1160\u3164\uFFA0]|[\u180B-\u180F]|[\uFE00-\uFE0F]/
const isShown = (character: string) => hasShape.test(character) && !shapeless.test(character)
const isFormula = (cell: string) => signs.includes(Array.from(cell).find(isShown) ?? '')

const firstCell = (value: string) => parse(`${csvField(value)},${csvField('end')}`)[0]?.[0] ?? ''

it('X09: a cell is what it was to a parser of CSV, or has an apostrophe before it and is no formula', () => {
  const { names, seed } = thousandNames()
  const before = ['', ' ', '\u00A0', '\u3000', '\v', '\f', '\u0085', '\u200B', '\uFEFF', '\u2066', '\u3164', '\uFE0F']
  const hard = before.flatMap((first) => signs.flatMap((sign) => [`${first}${sign}1+1`, `${first}${first}${sign}`]))
  for (const value of [...names, ...hard]) {
    const cell = firstCell(value)
    expect(isFormula(cell), JSON.stringify({ value, seed })).toBe(false)
    expect([value, `'${value}`], `seed ${seed}`).toContain(cell)
  }
})

it('X09: no character hides the sign of a formula after it', () => {
  const characters = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code))
  const hiding = characters.filter((character) => isFormula(csvField(`${character}=1`).slice(1, -1)))
  expect(hiding.map((character) => character.charCodeAt(0).toString(16))).toEqual([])
})

it.each(['\t1', '\r1', '\n1', '\x001'])('X09: a cell that begins with %j is a text, as OWASP asks', (value) => {
  expect(firstCell(value)).toBe(`'${value}`)
})

it.each(['web-1.0.0', '1-2', ' indented', 'a=b', "'=1", 'Größe', '日本', ''])('%j stays as it is', (value) => {
  expect(firstCell(value)).toBe(value)
})

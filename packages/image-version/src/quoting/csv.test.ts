import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { thousandNames } from '../testing/hard-names.ts'
import { csvField } from './csv.ts'

it('X09: means what it was to a parser of CSV, but for an apostrophe before a formula', () => {
  const { names, seed } = thousandNames()
  const lines = names.map((name) => `${csvField(name)},${csvField('end')}`).join('\r\n')
  const wanted = names.map((name) => [/^[=+\-@\t\r\n\0]/.test(name) ? `'${name}` : name, 'end'])
  expect(parse(lines), `seed ${seed}`).toEqual(wanted)
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1'])(
  'X09: a cell that begins as %j is no formula',
  (value) => {
    expect(parse(csvField(value))).toEqual([[`'${value}`]])
  },
)

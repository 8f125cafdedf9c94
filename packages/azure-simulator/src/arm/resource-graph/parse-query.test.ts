import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidQuery } from './invalid-query.ts'
import { parseQuery } from './parse-query.ts'

const rows = [
  { name: 'a', size: 1, list: [1, 2] },
  { name: 'b', size: null, list: null },
]
const tables = () => ({ columns: ['name', 'size', 'list'], rows })

const operators = ['where', 'project', 'project-away', 'extend', 'mv-expand', 'summarize', 'join', 'top', 'take', 'by']
const signs = [
  '|',
  '(',
  ')',
  '[',
  ']',
  ',',
  '.',
  '=',
  '==',
  '=~',
  '<',
  '-',
  'and',
  'or',
  'in',
  'in~',
  'on',
  'kind=inner',
]
const words = [
  'name',
  'size',
  'list',
  'Resources',
  'constructor',
  '__proto__',
  'count',
  'tostring',
  'strcat',
  '1',
  "'a'",
]

/** Runs a query; undefined if it is refused. Throws whatever else goes wrong. */
function outcomeOf(query: string) {
  try {
    return parseQuery(query)(tables)
  } catch (error) {
    if (error instanceof InvalidQuery) return undefined
    throw error
  }
}

describe('a query, whatever it is', () => {
  it('has rows of the columns it tells, or is refused as one that is not valid', () => {
    assert(
      property(array(constantFrom(...operators, ...signs, ...words), { maxLength: 14 }), (tokens) => {
        const table = outcomeOf(`Resources | ${tokens.join(' ')}`)
        for (const row of table?.rows ?? []) expect(Object.keys(row).toSorted()).toEqual(table?.columns.toSorted())
      }),
      { numRuns: 3000 },
    )
  })

  it('does not stumble over any character', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => void outcomeOf(text)))
  })
})

describe('a query', () => {
  it.each([
    ["Resources | where size == 1 or name == 'b' and size == 2 | project name", [{ name: 'a' }]],
    ["where name == 'b' | project name", [{ name: 'b' }]],
    [
      'Resources | mv-expand list | project name, list',
      [
        { name: 'a', list: 1 },
        { name: 'a', list: 2 },
        { name: 'b', list: null },
      ],
    ],
    ['Resources | extend name = strcat(name, "!") | project-away size, list', [{ name: 'a!' }, { name: 'b!' }]],
    ['Resources | where size < 2 | summarize sum(size), names = make_list(name)', [{ sum_size: 1, names: ['a'] }]],
    ['Resources | where false | summarize count()', [{ count_: 0 }]],
    ["Resources | project at = list[1], part = split('x/y/z', '/', 1)[0] | take 1", [{ at: 2, part: 'y' }]],
  ])('%s', (query, expected) => {
    expect(parseQuery(query)(tables).rows).toEqual(expected)
  })
})

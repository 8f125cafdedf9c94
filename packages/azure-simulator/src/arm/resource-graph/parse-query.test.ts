import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidQuery } from './invalid-query.ts'
import { parseQuery } from './parse-query.ts'
import type { Wanted } from './query.ts'

const rows = [
  { name: 'a', size: 1, list: [1, 2] },
  { name: 'b', size: null, list: null },
]
// A query may write into the rows that it is given.
const tables = () => ({ columns: ['name', 'size', 'list'], rows: structuredClone(rows) })

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

  it('is refused for a column that no row could have', () => {
    expect(() => parseQuery('Resources | project __proto__ = 1')).toThrow(InvalidQuery)
    expect(outcomeOf('Resources | take 1 | project constructor = 1')?.rows).toEqual([{ constructor: 1 }])
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

describe('what a query asks of its table', () => {
  it.each<[string, Wanted]>([
    ['Resources', { name: 'Resources' }],
    ["Resources | where type =~ 'Microsoft.Compute/disks'", { name: 'Resources', types: ['microsoft.compute/disks'] }],
    [
      "where type in~ ('A/b', 'a/B', 'c/d') and name == 'x' | project id",
      { name: 'Resources', types: ['a/b', 'c/d'], columns: new Set(['type', 'name', 'id']) },
    ],
    ["where type == 'a' or name == 'x'", { name: 'Resources' }],
    ["where name == 'x' | where type == 'a'", { name: 'Resources' }],
    ["take 1 | where type == 'a'", { name: 'Resources' }],
    ["where type == tolower('a') | count", { name: 'Resources', types: ['a'], columns: new Set(['type']) }],
    ['where tolower(type) == name | count', { name: 'Resources', columns: new Set(['type', 'name']) }],
    [
      'extend x = kind | summarize count() by x | extend name = x',
      { name: 'Resources', columns: new Set(['kind', 'x']) },
    ],
    ['extend x = kind | order by id', { name: 'Resources' }],
  ])('%s', (query, expected) => {
    const asked: Wanted[] = []
    parseQuery(query)((wanted) => {
      asked.push(wanted)
      return { columns: ['id', 'name', 'type', 'kind'], rows: [] }
    })
    expect(asked).toEqual([expected])
  })
})

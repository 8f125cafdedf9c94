import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAt } from '../../json.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseQuery } from './parse-query.ts'
import type { Wanted } from './query.ts'

const rows = [
  { name: 'a', size: 1, list: [1, 2] },
  { name: 'b', size: null, list: null },
]
// A query can write to the rows that it is given.
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

// Whole steps of a pipeline, otherwise most random text could not be parsed at all.
const steps = [
  '| where size == 1',
  "| where name in~ ('A', 'b')",
  '| project name, at = list[0]',
  '| project-away size',
  "| extend name = strcat(name, 'x')",
  '| mv-expand list',
  '| summarize count() by name',
  '| join kind=inner (Resources | project name) on name',
  '| top 1 by size',
  '| take 1',
]

/** Runs a query; returns the refusal if it is refused. Throws any other error. */
function outcomeOf(query: string) {
  try {
    return parseQuery(query)(tables)
  } catch (error) {
    if (error instanceof InvalidQuery) return error
    throw error
  }
}

/** The status of a refusal, and which of the two reasons it has with which words. */
function reasonOf(refusal: InvalidQuery): string {
  const [code, message] = ['code', 'message'].map((name) => textAt(refusal.body(), 'error', 'details', 1, name))
  return `${refusal.status} ${code}: ${message}`
}

describe('a query, whatever it is', () => {
  it('has rows of the columns it tells, or is refused with the reason', () => {
    const outcomes = { answered: 0, refused: 0 }
    const token = constantFrom(...operators, ...signs, ...words)
    const piece = oneof({ arbitrary: constantFrom(...steps), weight: 5 }, { arbitrary: token, weight: 1 })
    assert(
      property(oneof(array(piece, { maxLength: 7 }), array(token, { maxLength: 14 })), (pieces) => {
        const outcome = outcomeOf(`Resources ${pieces.join(' ')}`)
        const [refusals, tables] = outcome instanceof InvalidQuery ? [[outcome], []] : [[], [outcome]]
        for (const refusal of refusals) expect(reasonOf(refusal)).toMatch(/^400 (ParserFailure|NotSupported): ./)
        for (const { rows, columns } of tables)
          for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(columns.toSorted())
        outcomes.refused += refusals.length
        outcomes.answered += tables.length
      }),
      { numRuns: 3000 },
    )
    // Otherwise the test proves nothing.
    expect(outcomes.answered).toBeGreaterThan(300)
    expect(outcomes.refused).toBeGreaterThan(300)
  })

  it('is refused for a column that no row could have', () => {
    expect(() => parseQuery('Resources | project __proto__ = 1')).toThrow(InvalidQuery)
    expect(outcomeOf('Resources | take 1 | project constructor = 1')).toMatchObject({ rows: [{ constructor: 1 }] })
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
    [
      'Resources | order by name desc | summarize one = make_list(name, 1), two = make_set(name, 2)',
      [{ one: ['b'], two: ['b', 'a'] }],
    ],
    ['Resources | where false | summarize count()', [{ count_: 0 }]],
    [
      'take 1 | project name | join kind=inner (Resources) on name | join kind=inner (Resources | project name) on name',
      [{ name: 'a', name1: 'a', size: 1, list: [1, 2], name2: 'a' }],
    ],
    [
      "take 1 | project x = replace_string('a.b.c', '.', '$&'), y = replace_string(name, '', '!')",
      [{ x: 'a$&b$&c', y: 'a' }],
    ],
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

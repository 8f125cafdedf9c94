import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'

const now = Date.parse('2026-11-27T12:00:00Z')
const rows = [
  { name: 'a', kind: 'x', size: 1, at: '2026-11-27T11:30:00+00:00', bag: { one: 1, two: 2 }, ids: ['p', 'q'] },
  { name: 'b', kind: 'y', size: 5, at: '2026-11-20T00:00:00.5Z', bag: {}, ids: ['p'] },
  { name: 'c', kind: 'x', size: null, at: '2026-11-01T00:00:00Z', bag: null, ids: [] },
]
const answerOf = (query: string) =>
  parseQuery(query, now)(() => ({ columns: Object.keys(rows[0] ?? {}), rows: structuredClone(rows) })).rows

// As Kusto documents each: https://learn.microsoft.com/azure/data-explorer/kusto/query
describe('Kusto', () => {
  it.each([
    ['by time: ago', 'where todatetime(at) > ago(7d) | project name', [{ name: 'a' }]],
    ['by time, text as it is', 'where at >= ago(8d) | project name', [{ name: 'a' }, { name: 'b' }]],
    ['by a date', 'where todatetime(at) < datetime(2026-11-15) | project name', [{ name: 'c' }]],
    [
      'between two dates',
      "where todatetime(at) between (datetime('2026-11-19') .. datetime(2026-11-21T00:00:00Z)) | project name",
      [{ name: 'b' }],
    ],
    ['between a date and a duration', 'where at between (datetime(2026-11-19) .. 2d) | project name', [{ name: 'b' }]],
    ['not between numbers', 'where size !between (1 .. 4) | project name', [{ name: 'b' }]],
    ['a distance in time', 'take 1 | project age = now() - todatetime(at)', [{ age: '00:30:00' }]],
    ['of more than a day', 'where name == "b" | project age = now() - at', [{ age: '7.11:59:59.5000000' }]],
    ['durations', 'take 1 | project days = (now() - datetime(2026-11-25)) / 1d', [{ days: 2.5 }]],
    ['a later time', 'take 1 | project later = todatetime(at) + 90m', [{ later: '2026-11-27T13:00:00.000Z' }]],
    ['whole days', "take 1 | project days = datetime_diff('day', datetime(2026-12-24), now())", [{ days: 27 }]],
    [
      'counts by day',
      'summarize count() by day = bin(todatetime(at), 1d) | order by day asc | project count_, day | take 1',
      [{ count_: 1, day: '2026-11-01T00:00:00.000Z' }],
    ],
    ['bins of numbers', 'where size > 0 | project in = bin(size, 2)', [{ in: 0 }, { in: 4 }]],
    ['sums before products', 'take 1 | project n = 1 + 2 * 3 - 10 / 4 % 3', [{ n: 5 }]],
    ['what has no value', 'where name == "c" | project n = size + 1, m = 1 / 0', [{ n: null, m: null }]],
    ['a sum in a condition', 'where size + 1 == 2 | project name', [{ name: 'a' }]],
    [
      'several aggregates by several columns',
      'summarize count(), total = sum(size), big = countif(size > 2), kinds = dcount(kind) by kind, isC = name == "c" | order by kind asc, isC asc',
      [
        { kind: 'x', isC: false, count_: 1, total: 1, big: 0, kinds: 1 },
        { kind: 'x', isC: true, count_: 1, total: 0, big: 0, kinds: 1 },
        { kind: 'y', isC: false, count_: 1, total: 5, big: 1, kinds: 1 },
      ],
    ],
    [
      'aggregates with a condition',
      "summarize s = sumif(size, kind == 'x'), d = dcountif(kind, size > 0), names = make_set_if(name, kind == 'x'), mean = avg(size)",
      [{ s: 1, d: 2, names: ['a', 'c'], mean: 3 }],
    ],
    [
      'the newest',
      'summarize arg_max(todatetime(at), name, size)',
      [{ at: '2026-11-27T11:30:00.000Z', name: 'a', size: 1 }],
    ],
    [
      'the oldest of each, with all its columns',
      'summarize arg_min(at, *) by kind | order by kind asc | project kind, name, size',
      [
        { kind: 'x', name: 'c', size: null },
        { kind: 'y', name: 'b', size: 5 },
      ],
    ],
    [
      'the keys of a bag',
      'take 1 | mv-expand key = bag_keys(bag) to typeof(string) | project key',
      [{ key: 'one' }, { key: 'two' }],
    ],
    ['the properties of a bag', 'take 1 | mv-expand bag | project bag', [{ bag: { one: 1 } }, { bag: { two: 2 } }]],
    [
      'two lists side by side',
      'take 1 | mv-expand ids, n = dynamic([7]) | project ids, n',
      [
        { ids: 'p', n: 7 },
        { ids: 'q', n: null },
      ],
    ],
    ['a limit of rows', 'mv-expand ids limit 1 | project name', [{ name: 'a' }, { name: 'b' }]],
    ['columns that stay', 'take 1 | project-keep name, size', [{ name: 'a', size: 1 }]],
    ['columns with another name', 'take 1 | project name, size | project-rename big = size', [{ name: 'a', big: 1 }]],
    ['nothing last', 'order by size asc nulls last | project name', [{ name: 'a' }, { name: 'b' }, { name: 'c' }]],
    ['text that is JSON', 'take 1 | project n = parse_json(\'{"a": [3]}\').a[0]', [{ n: 3 }]],
    ['parts of text', "take 1 | project t = replace_string(substring('abcdef', 1, 3), 'c', '-')", [{ t: 'b-d' }]],
    [
      'a list as text',
      "take 1 | project t = strcat_array(ids, ';'), has = set_has_element(ids, 'q')",
      [{ t: 'p;q', has: true }],
    ],
  ])('answers %s', (_, query, expected) => {
    expect(answerOf(query)).toEqual(expected)
  })
})

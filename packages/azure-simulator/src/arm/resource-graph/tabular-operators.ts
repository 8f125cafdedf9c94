import { spend } from '../../budget/work-budget.ts'
import type { Json } from '../../json.ts'
import { parseAggregate } from './aggregates.ts'
import { expressionsOf, namesOf, parseColumns, rowOf } from './columns.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpand } from './mv-expand.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { parseExtend, parseProject, parseProjectAway, parseProjectKeep, parseProjectRename } from './projections.ts'
import { keyBy, type Step, type Table } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import { compare, keyOf, textOf, type Row } from './values.ts'

function parseCount(reader: TokenReader): number {
  const { kind, text, at } = reader.next()
  if (kind !== 'number') throw new InvalidQuery(`Expected a number at position ${at}.`, 'ParserFailure')
  return Number(text)
}

function parseWhere(reader: TokenReader): Step {
  const condition = parseExpression(reader)
  return {
    expressions: [condition],
    types: condition.types,
    run: ({ columns, rows }) => ({ columns, rows: rows.filter((row) => condition.of(row) === true) }),
  }
}

// By default, the greatest is first: https://learn.microsoft.com/azure/data-explorer/kusto/query/sort-operator
function parseOrder(reader: TokenReader): Step {
  reader.expect('by')
  const keys = reader.list(() => {
    const expression = parseExpression(reader)
    const isAscending = reader.skip('asc')
    if (!isAscending) reader.skip('desc')
    return { expression, sign: isAscending ? 1 : -1, nulls: parseNulls(reader) }
  })
  return {
    expressions: keys.map(({ expression }) => expression),
    run({ columns, rows }) {
      spend(rows.length * Math.log2(rows.length + 1))
      const ranked = rows.map((row): Ranked => ({ row, ranks: [] }))
      ranked.sort((one, other) => {
        for (let index = 0; index < keys.length; index += 1) {
          const key = keys[index]
          const difference = key === undefined ? 0 : ordered(rankOf(one, index, key), rankOf(other, index, key), key)
          if (difference !== 0) return difference
        }
        return 0
      })
      return { columns, rows: ranked.map(({ row }) => row) }
    },
  }
}

type Nulls = 'first' | 'last'

// Without a word they are the least, first in an ascending order and last in a descending one.
function parseNulls(reader: TokenReader): Nulls | undefined {
  if (!reader.skip('nulls')) return undefined
  if (reader.skip('first')) return 'first'
  reader.expect('last')
  return 'last'
}

function ordered(one: Json, other: Json, { sign, nulls }: { sign: number; nulls: Nulls | undefined }): number {
  if (nulls !== undefined && (one === null) !== (other === null)) return (one === null) === (nulls === 'first') ? -1 : 1
  return sign * compare(one, other)
}

/**
 * A row with its sort keys, as far as they were needed: later keys matter only between rows that are equal in the
 * first.
 */
interface Ranked {
  row: Row
  ranks: Json[]
}

function rankOf({ row, ranks }: Ranked, index: number, { expression }: { expression: Expression }): Json {
  const known = ranks[index]
  if (known !== undefined) return known
  const made = rankable(expression.of(row))
  ranks[index] = made
  return made
}

// Once for each row, and not for each comparison.
function rankable(value: Json | undefined): Json {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? textOf(value) : value
}

function parseTake(reader: TokenReader): Step {
  const count = parseCount(reader)
  return { expressions: [], run: ({ columns, rows }) => ({ columns, rows: rows.slice(0, count) }) }
}

function parseTop(reader: TokenReader): Step {
  const count = parseCount(reader)
  const order = parseOrder(reader)
  return {
    ...order,
    run(table, tables) {
      const { columns, rows } = order.run(table, tables)
      return { columns, rows: rows.slice(0, count) }
    },
  }
}

function parseDistinct(reader: TokenReader): Step {
  const project = parseProject(reader)
  return {
    ...project,
    run(table, tables) {
      const { columns, rows } = project.run(table, tables)
      return { columns, rows: [...new Map(rows.map((row) => [keyOf(row), row])).values()] }
    },
  }
}

function parseSummarize(reader: TokenReader): Step {
  const aggregates = reader.peek().text === 'by' ? [] : reader.list(() => parseAggregate(reader))
  const columns = reader.skip('by') ? parseColumns(reader) : []
  return {
    expressions: [...expressionsOf(columns), ...aggregates.flatMap(({ expressions }) => expressions)],
    needsAll: aggregates.some(({ needsAll }) => needsAll),
    replacesColumns: true,
    run(table) {
      const groups = Map.groupBy(table.rows, keyBy(expressionsOf(columns)))
      // Without columns there is one group, be there rows or not.
      if (columns.length === 0 && table.rows.length === 0) groups.set('', [])
      const made = [
        ...new Set([...namesOf(columns), ...aggregates.flatMap(({ columnsOf }) => columnsOf(table.columns))]),
      ]
      const rows = [...groups.values()].map((group) => {
        const row = rowOf(columns, group[0] ?? {})
        for (const { columnsOf, cellsOf } of aggregates) {
          const cells = cellsOf(group)
          for (const name of columnsOf(table.columns)) row[name] ??= cells[name] ?? null
        }
        return row
      })
      return { columns: made, rows }
    },
  }
}

/**
 * The operators of tables that are supported, `join` apart.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
export const tabularOperators = new Map<string, (reader: TokenReader) => Step>(
  Object.entries({
    where: parseWhere,
    project: parseProject,
    'project-away': parseProjectAway,
    'project-keep': parseProjectKeep,
    'project-rename': parseProjectRename,
    extend: parseExtend,
    'mv-expand': parseExpand,
    summarize: parseSummarize,
    order: parseOrder,
    sort: parseOrder,
    take: parseTake,
    limit: parseTake,
    top: parseTop,
    distinct: parseDistinct,
    count: () => ({
      expressions: [],
      replacesColumns: true,
      run: ({ rows }: Table) => ({ columns: ['Count'], rows: [{ Count: rows.length }] }),
    }),
  }),
)

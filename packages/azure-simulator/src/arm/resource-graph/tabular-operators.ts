import { spend } from '../../budget/work-budget.ts'
import type { Json } from '../../json.ts'
import { parseAggregate } from './aggregates.ts'
import { expressionsOf, namesOf, parseColumns, rowOf } from './columns.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpand } from './mv-expand.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { parseExtend, parseProject, parseProjectAway, parseProjectKeep, parseProjectRename } from './projections.ts'
import { keyBy, ofAllRows, perRow, type Flow, type Sink, type Step } from './query.ts'
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
    over: (columns) =>
      perRow(columns, (row, hand) => {
        if (condition.of(row) === true) hand(row)
      }),
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
    over: (columns) =>
      ofAllRows(columns, (rows) => {
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
        return ranked.map(({ row }) => row)
      }),
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
  return { expressions: [], over: (columns) => firstOf(columns, count) }
}

function firstOf(columns: string[], count: number): Flow {
  return {
    columns,
    into({ push, end }) {
      let taken = 0
      return {
        push(row) {
          if (taken < count) push(row)
          taken += 1
        },
        end,
      }
    },
  }
}

function parseTop(reader: TokenReader): Step {
  const count = parseCount(reader)
  const order = parseOrder(reader)
  return {
    ...order,
    over(columns, tables) {
      const [sorted, first] = [order.over(columns, tables), firstOf(columns, count)]
      return { columns, into: (next) => sorted.into(first.into(next)) }
    },
  }
}

function parseDistinct(reader: TokenReader): Step {
  const project = parseProject(reader)
  return {
    ...project,
    over(before, tables) {
      const projected = project.over(before, tables)
      const { columns } = projected
      const distinct = ofAllRows(columns, (rows) => [...new Map(rows.map((row) => [keyOf(row), row])).values()])
      return { columns, into: (next) => projected.into(distinct.into(next)) }
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
    over(columnsBefore) {
      const made = [
        ...new Set([...namesOf(columns), ...aggregates.flatMap(({ columnsOf }) => columnsOf(columnsBefore))]),
      ]
      const keyOfRow = keyBy(expressionsOf(columns))
      const into = ({ push, end }: Sink): Sink => {
        const groups = new Map<ReturnType<typeof keyOf>, Group>()
        const begun = (row: Row): Group => ({ row: rowOf(columns, row), states: aggregates.map(() => undefined) })
        // Rows that were one before `mv-expand` come one after the other.
        let before: { key: ReturnType<typeof keyOf>; group: Group } | undefined
        const groupOf = (row: Row) => {
          const key = keyOfRow(row)
          if (before?.key === key) return before.group
          const known = groups.get(key)
          const group = known ?? begun(row)
          if (known === undefined) groups.set(key, group)
          before = { key, group }
          return group
        }
        return {
          push(row) {
            const { states } = groupOf(row)
            for (let index = 0; index < states.length; index += 1)
              states[index] = aggregates[index]?.add(states[index], row)
          },
          end() {
            // Without columns there is one group, be there rows or not.
            if (columns.length === 0 && groups.size === 0) groups.set('', begun({}))
            for (const { row, states } of groups.values()) {
              for (let index = 0; index < states.length; index += 1) aggregates[index]?.write(states[index], row)
              push(row)
            }
            end()
          },
        }
      }
      return { columns: made, into }
    },
  }
}

interface Group {
  /** the cells that its rows have in common; at the end those of the aggregates, too */
  row: Row
  /** of each aggregate, as far as rows were added */
  states: (Json | undefined)[]
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
      over: () => ofAllRows(['Count'], (rows) => [{ Count: rows.length }]),
    }),
  }),
)

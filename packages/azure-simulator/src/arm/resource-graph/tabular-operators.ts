import { spend } from '../../budget/work-budget.ts'
import type { Json } from '../../json.ts'
import { parseAggregate } from './aggregates.ts'
import { InvalidQuery, tooMuchWork } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { queryLimits } from './query-limits.ts'
import { keyBy, type Step, type Table } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import { compare, keyOf, textOf, type Row } from './values.ts'

/** `name = expression`, or an expression alone, whose column gets the name of its argument. */
interface Column {
  name: string
  expression: Expression
}

function parseColumns(reader: TokenReader): Column[] {
  let unnamed = 0
  let count = 0
  return reader.list(() => {
    if (++count > queryLimits.columns) throw tooMuchWork()
    const expression = parseExpression(reader)
    if (!reader.skip('=')) return { name: expression.columnName ?? `Column${++unnamed}`, expression }
    return { name: expression.columnName ?? '', expression: parseExpression(reader) }
  })
}

function rowOf(columns: Column[], row: Row): Row {
  const made: Row = {}
  spend(columns.length)
  for (const { name, expression } of columns) made[name] = expression.of(row) ?? null
  return made
}

function namesOf(columns: Column[]): string[] {
  return columns.map(({ name }) => name)
}

function expressionsOf(columns: Column[]): Expression[] {
  return columns.map(({ expression }) => expression)
}

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

function parseProject(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    replacesColumns: true,
    run: ({ rows }) => ({ columns: namesOf(columns), rows: rows.map((row) => rowOf(columns, row)) }),
  }
}

function parseProjectAway(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    run(table) {
      const away = new Set(namesOf(columns))
      const kept = table.columns.filter((name) => !away.has(name))
      spend(table.rows.length * kept.length)
      const rows = table.rows.map((row) => Object.fromEntries(kept.map((name) => [name, row[name]])))
      return { columns: kept, rows }
    },
  }
}

function parseExtend(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    run(table) {
      for (const row of table.rows) Object.assign(row, rowOf(columns, row))
      return { columns: [...new Set([...table.columns, ...namesOf(columns)])], rows: table.rows }
    },
  }
}

// By default, the greatest is first: https://learn.microsoft.com/azure/data-explorer/kusto/query/sort-operator
function parseOrder(reader: TokenReader): Step {
  reader.expect('by')
  const keys = reader.list(() => {
    const expression = parseExpression(reader)
    const isAscending = reader.skip('asc')
    if (!isAscending) reader.skip('desc')
    return { expression, sign: isAscending ? 1 : -1 }
  })
  return {
    expressions: keys.map(({ expression }) => expression),
    run({ columns, rows }) {
      spend(rows.length * Math.log2(rows.length + 1))
      const ranked = rows.map((row): Ranked => ({ row, ranks: [] }))
      ranked.sort((one, other) => {
        for (let index = 0; index < keys.length; index += 1) {
          const key = keys[index]
          const difference =
            key === undefined ? 0 : key.sign * compare(rankOf(one, index, key), rankOf(other, index, key))
          if (difference !== 0) return difference
        }
        return 0
      })
      return { columns, rows: ranked.map(({ row }) => row) }
    },
  }
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
  return (ranks[index] ??= rankable(expression.of(row)))
}

// Once for each row, and not for each comparison.
function rankable(value: Json | undefined): Json {
  return typeof value === 'object' ? textOf(value) : (value ?? null)
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
    expressions: [...expressionsOf(columns), ...aggregates.flatMap(({ argument }) => argument ?? [])],
    replacesColumns: true,
    run(table) {
      const groups = Map.groupBy(table.rows, keyBy(expressionsOf(columns)))
      // Without columns there is one group, be there rows or not.
      if (columns.length === 0 && table.rows.length === 0) groups.set('', [])
      const rows = [...groups.values()].map((group) => {
        const row = rowOf(columns, group[0] ?? {})
        for (const { columnName, of } of aggregates) row[columnName] = of(group)
        return row
      })
      return { columns: [...namesOf(columns), ...aggregates.map(({ columnName }) => columnName)], rows }
    },
  }
}

function parseExpand(reader: TokenReader): Step {
  const [column, ...others] = parseColumns(reader)
  if (column === undefined || others.length > 0)
    throw new InvalidQuery('mv-expand of several columns is not supported.')
  const { name, expression } = column
  return {
    expressions: [expression],
    run(table) {
      const rows: Row[] = []
      for (const row of table.rows) {
        const value = expression.of(row)
        // A row whose list is empty is removed; one without a list stays, with nothing in the column.
        const items: (Json | undefined)[] = Array.isArray(value)
          ? value.slice(0, queryLimits.rowLimit)
          : [value ?? null]
        spend(items.length * table.columns.length)
        for (const item of items) rows.push({ ...row, [name]: item })
      }
      return { columns: [...new Set([...table.columns, name])], rows }
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

import type { Json } from '../../json.ts'
import { parseAggregate } from './aggregates.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression } from './parse-expression.ts'
import type { Expression } from './parse-expression.ts'
import { demandColumns } from './query.ts'
import type { Step, Table } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import { compare, keyOf } from './values.ts'
import type { Row } from './values.ts'

/** `name = expression`, or an expression alone, whose column gets the name of what it is of. */
interface Column {
  name: string
  expression: Expression
}

function parseColumns(reader: TokenReader): Column[] {
  let unnamed = 0
  return reader.list(() => {
    const expression = parseExpression(reader)
    if (!reader.skip('=')) return { name: expression.columnName ?? `Column${++unnamed}`, expression }
    return { name: expression.columnName ?? '', expression: parseExpression(reader) }
  })
}

function rowOf(columns: Column[], row: Row): Row {
  return Object.fromEntries(columns.map(({ name, expression }) => [name, expression.of(row) ?? null]))
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
  return (table) => {
    demandColumns(table, [condition])
    return { ...table, rows: table.rows.filter((row) => condition.of(row) === true) }
  }
}

function parseProject(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return (table) => {
    demandColumns(table, expressionsOf(columns))
    return { columns: namesOf(columns), rows: table.rows.map((row) => rowOf(columns, row)) }
  }
}

function parseProjectAway(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return (table) => {
    demandColumns(table, expressionsOf(columns))
    const kept = table.columns.filter((name) => !namesOf(columns).includes(name))
    const rows = table.rows.map((row) => Object.fromEntries(kept.map((name) => [name, row[name]])))
    return { columns: kept, rows }
  }
}

function parseExtend(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return (table) => {
    demandColumns(table, expressionsOf(columns))
    const rows = table.rows.map((row) => ({ ...row, ...rowOf(columns, row) }))
    return { columns: [...new Set([...table.columns, ...namesOf(columns)])], rows }
  }
}

// Without a word, the greatest comes first: https://learn.microsoft.com/azure/data-explorer/kusto/query/sort-operator
function parseOrder(reader: TokenReader): Step {
  reader.expect('by')
  const keys = reader.list(() => {
    const expression = parseExpression(reader)
    const isAscending = reader.skip('asc')
    if (!isAscending) reader.skip('desc')
    return { expression, sign: isAscending ? 1 : -1 }
  })
  return (table) => {
    demandColumns(
      table,
      keys.map(({ expression }) => expression),
    )
    const ranked = table.rows.map((row) => ({ row, ranks: keys.map(({ expression }) => expression.of(row)) }))
    ranked.sort((one, other) => {
      for (const [index, { sign }] of keys.entries()) {
        const difference = compare(one.ranks[index], other.ranks[index])
        if (difference !== 0) return sign * difference
      }
      return 0
    })
    return { ...table, rows: ranked.map(({ row }) => row) }
  }
}

function parseTake(reader: TokenReader): Step {
  const count = parseCount(reader)
  return (table) => ({ ...table, rows: table.rows.slice(0, count) })
}

function parseTop(reader: TokenReader): Step {
  const count = parseCount(reader)
  const order = parseOrder(reader)
  return (table) => ({ ...table, rows: order(table).rows.slice(0, count) })
}

function parseDistinct(reader: TokenReader): Step {
  const project = parseProject(reader)
  return (table) => {
    const { columns, rows } = project(table)
    return { columns, rows: [...new Map(rows.map((row) => [keyOf(row), row])).values()] }
  }
}

function parseSummarize(reader: TokenReader): Step {
  const aggregates = reader.peek().text === 'by' ? [] : reader.list(() => parseAggregate(reader))
  const columns = reader.skip('by') ? parseColumns(reader) : []
  return (table) => {
    demandColumns(table, [...expressionsOf(columns), ...aggregates.flatMap(({ argument }) => argument ?? [])])
    const groups = Map.groupBy(table.rows, (row) => keyOf(rowOf(columns, row)))
    // Without columns there is one group, be there rows or not.
    if (columns.length === 0 && table.rows.length === 0) groups.set('', [])
    const rows = [...groups.values()].map((group) => ({
      ...rowOf(columns, group[0] ?? {}),
      ...Object.fromEntries(aggregates.map((aggregate) => [aggregate.columnName, aggregate.of(group)])),
    }))
    return { columns: [...namesOf(columns), ...aggregates.map(({ columnName }) => columnName)], rows }
  }
}

function parseExpand(reader: TokenReader): Step {
  const [column, ...others] = parseColumns(reader)
  if (column === undefined || others.length > 0)
    throw new InvalidQuery('mv-expand of several columns is not supported.')
  const { name, expression } = column
  return (table) => {
    demandColumns(table, [expression])
    const rows = table.rows.flatMap((row) => {
      const value = expression.of(row)
      // A row whose list is empty goes; one without any list stays, with nothing in the column.
      const items: (Json | undefined)[] = Array.isArray(value) ? value : [value ?? null]
      return items.map((item) => ({ ...row, [name]: item }))
    })
    return { columns: [...new Set([...table.columns, name])], rows }
  }
}

/** The operators of tables that are supported, `join` apart. https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language */
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
    count: () => (table: Table) => ({ columns: ['Count'], rows: [{ Count: table.rows.length }] }),
  }),
)

import { spend } from '../../budget/work-budget.ts'
import type { Json } from '../../json.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import type { TokenReader } from './token-reader.ts'
import { compare, keyOf, type Row } from './values.ts'

/** Something that has one value for many rows, or with `arg_max` the values of one of them. */
export interface Aggregate {
  /** what it is about */
  expressions: Expression[]
  /** its result columns, for a table with those */
  columnsOf(columns: string[]): string[]
  cellsOf(rows: Row[]): Row
  /** it needs every column of the table */
  needsAll?: boolean
}

interface Definition {
  /** the prefix before the source column's name in the name of the result column */
  prefix: string
  of(values: Json[]): Json
  /** what its second argument is: how many values it keeps at most, or the condition of the rows that count */
  second?: 'size' | 'condition'
}

const numbersIn = (values: Json[]) => values.filter((value) => typeof value === 'number')
const distinct = (values: Json[]) => [...new Map(values.map((value) => [keyOf(value), value])).values()]
const sorted = (values: Json[]) => values.filter((value) => value !== null).toSorted(compare)
const sum = (values: Json[]) => numbersIn(values).reduce((total, value) => total + value, 0)
const average = (values: Json[]) => (numbersIn(values).length === 0 ? null : sum(values) / numbersIn(values).length)
const list = (values: Json[]) => values.filter((value) => value !== null)
const set = (values: Json[]) => distinct(list(values))
const distinctCount = (values: Json[]) => distinct(values).length

// https://learn.microsoft.com/azure/data-explorer/kusto/query/aggregation-functions
const definitions = new Map<string, Definition>(
  Object.entries<Definition>({
    count: { prefix: 'count_', of: (values) => values.length },
    countif: { prefix: 'countif_', of: (values) => values.filter((value) => value === true).length },
    dcount: { prefix: 'dcount_', of: distinctCount },
    dcountif: { prefix: 'dcountif_', of: distinctCount, second: 'condition' },
    sum: { prefix: 'sum_', of: sum },
    sumif: { prefix: 'sumif_', of: sum, second: 'condition' },
    avg: { prefix: 'avg_', of: average },
    avgif: { prefix: 'avgif_', of: average, second: 'condition' },
    min: { prefix: 'min_', of: (values) => sorted(values)[0] ?? null },
    max: { prefix: 'max_', of: (values) => sorted(values).at(-1) ?? null },
    make_list: { prefix: 'list_', of: list, second: 'size' },
    make_list_if: { prefix: 'list_', of: list, second: 'condition' },
    make_set: { prefix: 'set_', of: set, second: 'size' },
    make_set_if: { prefix: 'set_', of: set, second: 'condition' },
    take_any: { prefix: '', of: (values) => values[0] ?? null },
  }),
)

/** Parses `count()`, `dcount(x)` and the like, with the name before it if there is one. Throws 400 for others. */
export function parseAggregate(reader: TokenReader): Aggregate {
  let name = reader.name()
  const given = reader.skip('=') ? name : undefined
  if (given !== undefined) name = reader.name()
  if (name === 'arg_max' || name === 'arg_min')
    return parseExtreme(reader, { given, sign: name === 'arg_max' ? 1 : -1 })
  const definition = definitions.get(name)
  if (definition === undefined) throw new InvalidQuery(`The aggregation '${name}' is not supported.`)
  reader.expect('(')
  const argument = reader.skip(')') ? undefined : parseExpression(reader)
  const hasSecond = argument !== undefined && definition.second !== undefined && reader.skip(',')
  const maxSize = hasSecond && definition.second === 'size' ? sizeOf(reader) : Infinity
  const condition = hasSecond && definition.second === 'condition' ? parseExpression(reader) : undefined
  if (argument !== undefined) reader.expect(')')
  const columnName = given ?? `${definition.prefix}${argument?.columnName ?? ''}`
  return {
    expressions: [argument, condition].filter((part) => part !== undefined),
    columnsOf: () => [columnName],
    cellsOf(rows) {
      spend(rows.length)
      const counting = condition === undefined ? rows : rows.filter((row) => condition.of(row) === true)
      const made = definition.of(counting.map((row) => argument?.of(row) ?? null))
      return { [columnName]: Array.isArray(made) ? made.slice(0, maxSize) : made }
    },
  }
}

/**
 * `arg_max(x, a, b)`: of the row with the greatest `x`, that and the others; `*` is all columns.
 * https://learn.microsoft.com/azure/data-explorer/kusto/query/arg-max-aggregation-function
 */
function parseExtreme(reader: TokenReader, { given, sign }: { given: string | undefined; sign: 1 | -1 }): Aggregate {
  reader.expect('(')
  const by = parseExpression(reader)
  const byName = given ?? by.columnName ?? ''
  const others: Expression[] = []
  let needsAll = false
  while (reader.skip(','))
    if (reader.skip('*')) needsAll = true
    else others.push(parseExpression(reader))
  reader.expect(')')
  const named = others.map((expression, index) => ({ expression, name: expression.columnName ?? `Column${index + 1}` }))
  return {
    expressions: [by, ...others],
    needsAll,
    columnsOf: (columns) => [...new Set([byName, ...named.map(({ name }) => name), ...(needsAll ? columns : [])])],
    cellsOf(rows) {
      spend(rows.length * 2)
      let best: { row: Row; value: Json } | undefined
      for (const row of rows) {
        const value = by.of(row) ?? null
        if (value !== null && (best === undefined || sign * compare(value, best.value) > 0)) best = { row, value }
      }
      const row = best?.row ?? {}
      const cells = Object.fromEntries(named.map(({ name, expression }) => [name, expression.of(row) ?? null]))
      return { ...(needsAll && row), ...cells, [byName]: best?.value ?? null }
    },
  }
}

function sizeOf(reader: TokenReader): number {
  const { kind, text, at } = reader.next()
  if (kind !== 'number') throw new InvalidQuery(`Expected a number at position ${at}.`, 'ParserFailure')
  return Number(text)
}

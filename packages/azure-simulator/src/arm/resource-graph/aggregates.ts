import { spend } from '../../budget/work-budget.ts'
import { isJsonObject, valueAt, type Json } from '../../json.ts'
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
  /** its state with one row more; `undefined` is that of no row. A list in it is its own */
  add(state: Json | undefined, row: Row): Json | undefined
  /** writes what a state amounts to into its columns of a row, as far as these are empty */
  write(state: Json | undefined, row: Row): void
  /** it needs every column of the table */
  needsAll?: boolean
}

interface Definition {
  /** the prefix before the source column's name in the name of the result column */
  prefix: string
  /** the state with one value more; as in `Aggregate` */
  add(state: Json | undefined, value: Json): Json
  /** what a state amounts to; by default itself, and null without a row */
  of?: (state: Json | undefined) => Json
  /** only the first value matters */
  isOfFirst?: true
  /** what its second argument is: how many values it keeps at most, or the condition of the rows that count */
  second?: 'size' | 'condition'
}

const numberIn = (state: Json | undefined) => (typeof state === 'number' ? state : 0)
const listIn = (state: Json | undefined) => (Array.isArray(state) ? state : [])
const distinct = (values: Json[]) => [...new Map(values.map((value) => [keyOf(value), value])).values()]

function appended(state: Json | undefined, value: Json): Json {
  if (!Array.isArray(state)) return [value]
  state.push(value)
  return state
}

const appendedUnlessNull = (state: Json | undefined, value: Json) =>
  value === null ? listIn(state) : appended(state, value)
const added = (state: Json | undefined, value: Json) => numberIn(state) + (typeof value === 'number' ? value : 0)
const extreme = (sign: 1 | -1) => (state: Json | undefined, value: Json) =>
  value === null || (state !== undefined && state !== null && sign * compare(value, state) < 0)
    ? (state ?? null)
    : value
const numbersOf = (state: Json | undefined, value: Json) =>
  typeof value === 'number' ? appended(state, value) : listIn(state)
const average = (state: Json | undefined) => {
  const values = listIn(state)
  return values.length === 0
    ? null
    : values.reduce<number>((total, value) => total + numberIn(value), 0) / values.length
}
const count = (state: Json | undefined) => numberIn(state)
const set = (state: Json | undefined) => distinct(listIn(state))
const distinctCount = (state: Json | undefined) => set(state).length

// https://learn.microsoft.com/azure/data-explorer/kusto/query/aggregation-functions
const definitions = new Map<string, Definition>(
  Object.entries<Definition>({
    count: { prefix: 'count_', add: (state) => numberIn(state) + 1, of: count },
    countif: { prefix: 'countif_', add: (state, value) => numberIn(state) + (value === true ? 1 : 0), of: count },
    dcount: { prefix: 'dcount_', add: appended, of: distinctCount },
    dcountif: { prefix: 'dcountif_', add: appended, of: distinctCount, second: 'condition' },
    sum: { prefix: 'sum_', add: added, of: count },
    sumif: { prefix: 'sumif_', add: added, of: count, second: 'condition' },
    avg: { prefix: 'avg_', add: numbersOf, of: average },
    avgif: { prefix: 'avgif_', add: numbersOf, of: average, second: 'condition' },
    min: { prefix: 'min_', add: extreme(-1) },
    max: { prefix: 'max_', add: extreme(1) },
    make_list: { prefix: 'list_', add: appendedUnlessNull, of: listIn, second: 'size' },
    make_list_if: { prefix: 'list_', add: appendedUnlessNull, of: listIn, second: 'condition' },
    make_set: { prefix: 'set_', add: appendedUnlessNull, of: set, second: 'size' },
    make_set_if: { prefix: 'set_', add: appendedUnlessNull, of: set, second: 'condition' },
    take_any: { prefix: '', add: (_, value) => value, isOfFirst: true },
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
    add(state, row) {
      spend(1)
      if (definition.isOfFirst && state !== undefined) return state
      if (condition !== undefined && condition.of(row) !== true) return state
      return definition.add(state, argument?.of(row) ?? null)
    },
    write(state, row) {
      const made = definition.of === undefined ? (state ?? null) : definition.of(state)
      row[columnName] ??= Array.isArray(made) ? made.slice(0, maxSize) : made
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
    add(best, row) {
      spend(2)
      const value = by.of(row) ?? null
      const isBest = value !== null && (best === undefined || sign * compare(value, valueAt(best, 'value')) > 0)
      return isBest ? { row, value } : best
    },
    write(best, row) {
      const found = valueAt(best, 'row')
      const of = isJsonObject(found) ? found : {}
      row[byName] ??= valueAt(best, 'value') ?? null
      for (const { name, expression } of named) row[name] ??= expression.of(of) ?? null
      if (needsAll) for (const name of Object.keys(of)) row[name] ??= of[name] ?? null
    },
  }
}

function sizeOf(reader: TokenReader): number {
  const { kind, text, at } = reader.next()
  if (kind !== 'number') throw new InvalidQuery(`Expected a number at position ${at}.`, 'ParserFailure')
  return Number(text)
}

import { spend } from '../../budget/work-budget.ts'
import type { Json } from '../../json.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import type { TokenReader } from './token-reader.ts'
import { compare, keyOf, type Row } from './values.ts'

/** Something that has one value for many rows. */
export interface Aggregate {
  columnName: string
  /** its argument; nothing for `count()` */
  argument: Expression | undefined
  of(rows: Row[]): Json
}

interface Definition {
  /** the prefix before the source column's name in the name of the result column */
  prefix: string
  of(values: Json[]): Json
  /** its second argument is how many values it keeps at most */
  hasMaxSize?: true
}

const numbersIn = (values: Json[]) => values.filter((value) => typeof value === 'number')
const distinct = (values: Json[]) => [...new Map(values.map((value) => [keyOf(value), value])).values()]
const sorted = (values: Json[]) => values.filter((value) => value !== null).toSorted(compare)

// https://learn.microsoft.com/azure/data-explorer/kusto/query/aggregation-functions
const definitions = new Map<string, Definition>(
  Object.entries<Definition>({
    count: { prefix: 'count_', of: (values) => values.length },
    countif: { prefix: 'countif_', of: (values) => values.filter((value) => value === true).length },
    dcount: { prefix: 'dcount_', of: (values) => distinct(values).length },
    sum: { prefix: 'sum_', of: (values) => numbersIn(values).reduce((total, value) => total + value, 0) },
    min: { prefix: 'min_', of: (values) => sorted(values)[0] ?? null },
    max: { prefix: 'max_', of: (values) => sorted(values).at(-1) ?? null },
    make_list: { prefix: 'list_', hasMaxSize: true, of: (values) => values.filter((value) => value !== null) },
    make_set: { prefix: 'set_', hasMaxSize: true, of: (values) => distinct(values.filter((value) => value !== null)) },
    take_any: { prefix: '', of: (values) => values[0] ?? null },
  }),
)

/** Parses `count()`, `dcount(x)` and the like, with the name before it if there is one. Throws 400 for others. */
export function parseAggregate(reader: TokenReader): Aggregate {
  let name = reader.name()
  const given = reader.skip('=') ? name : undefined
  if (given !== undefined) name = reader.name()
  const definition = definitions.get(name)
  if (definition === undefined) throw new InvalidQuery(`The aggregation '${name}' is not supported.`)
  reader.expect('(')
  const argument = reader.skip(')') ? undefined : parseExpression(reader)
  const maxSize = argument !== undefined && definition.hasMaxSize && reader.skip(',') ? sizeOf(reader) : Infinity
  if (argument !== undefined) reader.expect(')')
  return {
    columnName: given ?? `${definition.prefix}${argument?.columnName ?? ''}`,
    argument,
    of(rows) {
      spend(rows.length)
      const made = definition.of(rows.map((row) => argument?.of(row) ?? null))
      return Array.isArray(made) ? made.slice(0, maxSize) : made
    },
  }
}

function sizeOf(reader: TokenReader): number {
  const { kind, text, at } = reader.next()
  if (kind !== 'number') throw new InvalidQuery(`Expected a number at position ${at}.`, 'ParserFailure')
  return Number(text)
}

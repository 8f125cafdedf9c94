import { InvalidQuery } from './invalid-query.ts'
import { parseJoin } from './join.ts'
import type { Table, Tables } from './query.ts'
import { tabularOperators } from './tabular-operators.ts'
import type { TokenReader } from './token-reader.ts'
import { tokenReader } from './token-reader.ts'
import { tokensOf } from './tokens.ts'

/** A query ready to run. */
export type Query = (tables: Tables) => Table

/** Reads a query of the Kusto Query Language. Throws 400 for what is not understood or not supported here. */
export function parseQuery(text: string): Query {
  const reader = tokenReader(tokensOf(text))
  const query = parsePipeline(reader)
  const { kind, text: rest, at } = reader.peek()
  if (kind !== 'end') throw new InvalidQuery(`Unexpected '${rest}' at position ${at}.`, 'ParserFailure')
  return query
}

// `Table | operator … | operator …`; a query may leave the table out, and then is about Resources.
function parsePipeline(reader: TokenReader): Query {
  const startsWithTable = !tabularOperators.has(reader.peek().text)
  const table = startsWithTable ? reader.name() : 'Resources'
  let query: Query = (tables) => tables(table)
  for (let more = !startsWithTable || reader.skip('|'); more; more = reader.skip('|')) {
    const before = query
    const name = reader.name()
    if (name === 'join') {
      const join = parseJoin(reader, () => parsePipeline(reader))
      query = (tables) => join(before(tables), tables)
      continue
    }
    const operator = tabularOperators.get(name)
    if (operator === undefined) throw new InvalidQuery(`The operator '${name}' is not supported.`)
    const step = operator(reader)
    query = (tables) => step(before(tables))
  }
  return query
}

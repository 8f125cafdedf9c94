import { spend } from '../../budget/work-budget.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseJoin } from './join.ts'
import { assertColumnCount, assertOperator, within } from './query-limits.ts'
import { assertColumns, type Query, type Sink, type Step, type Wanted } from './query.ts'
import { tabularOperators } from './tabular-operators.ts'
import { type TokenReader, tokenReader } from './token-reader.ts'
import { tokensOf } from './tokens.ts'
import type { Row } from './values.ts'

/**
 * Parses a query of the Kusto Query Language; `now`, in milliseconds, is the time of its `now()`. Throws 400 for what
 * is invalid or not supported here.
 */
export function parseQuery(text: string, now = Date.now()): Query {
  const reader = tokenReader(tokensOf(text), now)
  const query = parsePipeline(reader)
  const { kind, text: rest, at } = reader.peek()
  if (kind !== 'end') throw new InvalidQuery(`Unexpected '${rest}' at position ${at}.`, 'ParserFailure')
  return query
}

// `Table | operator … | operator …`; without a table, a query is about Resources.
function parsePipeline(reader: TokenReader): Query {
  const startsWithTable = !tabularOperators.has(reader.peek().text)
  const name = startsWithTable ? reader.name() : 'Resources'
  const steps: Step[] = []
  for (let more = !startsWithTable || reader.skip('|'); more; more = reader.skip('|')) steps.push(parseStep(reader))
  const wanted = { name, ...wantedBy(steps) }
  return (tables) => {
    const { columns: first, rows: all } = tables(wanted)
    let columns = first
    const flows = steps.map((step) => {
      assertColumns(columns, step.expressions)
      const flow = step.over(columns, tables)
      columns = assertColumnCount(flow.columns)
      return flow
    })
    const rows: Row[] = []
    const made: Sink = { push: (row) => rows.push(row), end() {} }
    const start = flows.reduceRight((next, flow) => counting(flow.into(next)), made)
    for (const row of all) start.push(row)
    start.end()
    return { columns, rows }
  }
}

function counting({ push, end }: Sink): Sink {
  return {
    push(row) {
      spend(1)
      push(row)
    },
    end,
  }
}

function parseStep(reader: TokenReader): Step {
  const name = reader.name()
  assertOperator(reader, name)
  if (name === 'join') return parseJoin(reader, () => within(reader, () => parsePipeline(reader)))
  const operator = tabularOperators.get(name)
  if (operator === undefined) throw new InvalidQuery(`The operator '${name}' is not supported.`)
  return operator(reader)
}

/** What the steps need of the table that they start with. */
function wantedBy(steps: Step[]): Omit<Wanted, 'name'> {
  const last = steps.findIndex(({ replacesColumns }) => replacesColumns)
  const before = steps.slice(0, last + 1)
  const asked = before.flatMap(({ expressions }) => expressions)
  return {
    types: steps[0]?.types,
    columns:
      last === -1 || before.some(({ needsAll }) => needsAll)
        ? undefined
        : new Set(asked.flatMap(({ references }) => references)),
  }
}

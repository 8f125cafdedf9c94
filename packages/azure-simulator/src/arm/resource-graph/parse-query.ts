import { spend } from '../../budget/work-budget.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { assertColumnCount, assertOperator, within } from './query-text-limits.ts'
import { assertColumns, type Query, type Sink, type Step, type Wanted, keyBy, perRow } from './query.ts'
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

// A row of a join is new, with each of its cells.
const stepsOfCell = 2

/**
 * Parses `kind=inner (…) on column` or `… on $left.a == $right.b`, after the word `join`. A column on both sides gets a
 * number on the right, the first free one. Throws 400 for kinds other than inner and leftouter.
 */
function parseJoin(reader: TokenReader, parsePipeline: () => Query): Step {
  reader.expect('kind')
  reader.expect('=')
  const kind = reader.name()
  if (kind !== 'inner' && kind !== 'leftouter') throw new InvalidQuery(`The join kind '${kind}' is not supported.`)
  reader.expect('(')
  const pipeline = parsePipeline()
  reader.expect(')')
  reader.expect('on')
  const keys = reader.list(() => parseKey(reader))
  const [left, right] = [keys.map((key) => key.left), keys.map((key) => key.right)]
  const isOuter = kind === 'leftouter'
  return {
    expressions: left,
    over(before, tables) {
      const other = pipeline(tables)
      assertColumns(other.columns, right)
      const added = namedApart(other.columns, before)
      const cellsOf = (row: Row) => Object.fromEntries(added.map(({ name, as }) => [as, row[name] ?? null]))
      const matching = Map.groupBy(other.rows, keyBy(right))
      const nothing = isOuter ? [cellsOf({})] : []
      const matches = new Map([...matching].map(([key, rows]) => [key, rows.map(cellsOf)]))
      const keyOfRow = keyBy(left)
      const columns = [...before, ...added.map(({ as }) => as)]
      return perRow(columns, (row, hand) => {
        const found = matches.get(keyOfRow(row)) ?? nothing
        for (let index = 0; index < found.length; index += 1) {
          spend(columns.length * stepsOfCell)
          // The last one can have the row itself, and most have one.
          hand(Object.assign(index === found.length - 1 ? row : { ...row }, found[index]))
        }
      })
    },
  }
}

/** The columns of the right side, each with a unique name in the joined table. */
function namedApart(columns: string[], onTheLeft: string[]): { name: string; as: string }[] {
  const taken = new Set([...onTheLeft, ...columns])
  const left = new Set(onTheLeft)
  return columns.map((name) => {
    if (!left.has(name)) return { name, as: name }
    let number = 1
    while (taken.has(`${name}${number}`)) number += 1
    taken.add(`${name}${number}`)
    return { name, as: `${name}${number}` }
  })
}

function parseKey(reader: TokenReader): { left: Expression; right: Expression } {
  if (!reader.skip('$left')) {
    const both = parseExpression(reader)
    return { left: both, right: both }
  }
  reader.expect('.')
  const left = columnOf(reader.name())
  reader.expect('==')
  reader.expect('$right')
  reader.expect('.')
  return { left, right: columnOf(reader.name()) }
}

function columnOf(name: string): Expression {
  return { columnName: name, references: [name], of: (row) => row[name] }
}

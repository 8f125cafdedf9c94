import { spend } from '../../budget/work-budget.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { assertColumns, keyBy, perRow, type Query, type Step } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import type { Row } from './values.ts'

// A row of a join is new, with each of its cells.
const stepsOfCell = 2

/**
 * Parses `kind=inner (…) on column` or `… on $left.a == $right.b`, after the word `join`. A column on both sides gets a
 * number on the right, the first free one. Throws 400 for kinds other than inner and leftouter.
 */
export function parseJoin(reader: TokenReader, parsePipeline: () => Query): Step {
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

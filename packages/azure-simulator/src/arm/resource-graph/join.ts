import { spend } from '../../budget/work-budget.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { demandColumnCount } from './query-limits.ts'
import { demandColumns, keyBy, type Step, type Table, type Tables } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import type { Row } from './values.ts'

// A row of a join is new, with each of its cells.
const stepsOfCell = 2

/**
 * Parses `kind=inner (…) on column` or `… on $left.a == $right.b`, after the word `join`. A column on both sides gets a
 * number on the right, the first free one. Throws 400 for kinds other than inner and leftouter.
 */
export function parseJoin(reader: TokenReader, parsePipeline: () => (tables: Tables) => Table): Step {
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
    run(table, tables) {
      const other = pipeline(tables)
      demandColumns(other, right)
      const added = namedApart(other.columns, table.columns)
      const cellsOf = (row: Row) => Object.fromEntries(added.map(({ name, as }) => [as, row[name] ?? null]))
      const matching = Map.groupBy(other.rows, keyBy(right))
      const nothing = isOuter ? [cellsOf({})] : []
      const matches = new Map([...matching].map(([key, rows]) => [key, rows.map(cellsOf)]))
      const keyOfRow = keyBy(left)
      const columns = demandColumnCount([...table.columns, ...added.map(({ as }) => as)])
      const rows: Row[] = []
      for (const row of table.rows)
        for (const cells of matches.get(keyOfRow(row)) ?? nothing) {
          spend(columns.length * stepsOfCell)
          rows.push({ ...row, ...cells })
        }
      return { columns, rows }
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

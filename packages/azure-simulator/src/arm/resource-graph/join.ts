import { InvalidQuery } from './invalid-query.ts'
import { parseExpression } from './parse-expression.ts'
import type { Expression } from './parse-expression.ts'
import { demandColumns } from './query.ts'
import type { Table, Tables } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import { keyOf } from './values.ts'

/**
 * Reads `kind=inner (…) on column` or `… on $left.a == $right.b`, after the word `join`. A column that both sides have
 * gets a 1 on the right. Throws 400 for other kinds than inner and leftouter.
 */
export function parseJoin(
  reader: TokenReader,
  parsePipeline: () => (tables: Tables) => Table,
): (left: Table, tables: Tables) => Table {
  reader.expect('kind')
  reader.expect('=')
  const kind = reader.name()
  if (kind !== 'inner' && kind !== 'leftouter') throw new InvalidQuery(`The join kind '${kind}' is not supported.`)
  reader.expect('(')
  const pipeline = parsePipeline()
  reader.expect(')')
  reader.expect('on')
  const keys = reader.list(() => parseKey(reader))
  return (left, tables) => {
    const right = pipeline(tables)
    for (const key of keys) {
      demandColumns(left, [key.left])
      demandColumns(right, [key.right])
    }
    const nameOnTheRight = (name: string) => (left.columns.includes(name) ? `${name}1` : name)
    const nothing = Object.fromEntries(right.columns.map((name) => [nameOnTheRight(name), null]))
    const byKey = Map.groupBy(right.rows, (row) => keyOf(keys.map((key) => key.right.of(row) ?? null)))
    const rows = left.rows.flatMap((row) => {
      const matches = byKey.get(keyOf(keys.map((key) => key.left.of(row) ?? null))) ?? []
      if (matches.length === 0) return kind === 'leftouter' ? [{ ...row, ...nothing }] : []
      return matches.map((match) => ({
        ...row,
        ...Object.fromEntries(right.columns.map((name) => [nameOnTheRight(name), match[name] ?? null])),
      }))
    })
    return { columns: [...left.columns, ...Object.keys(nothing)], rows }
  }
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

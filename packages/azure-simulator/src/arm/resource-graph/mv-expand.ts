import { spend } from '../../budget/work-budget.ts'
import { isJsonObject, type Json } from '../../json.ts'
import { InvalidQuery } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { queryLimits } from './query-text-limits.ts'
import { perRow, type Step } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import { textOf, type Row } from './values.ts'

interface Expanded {
  name: string
  expression: Expression
  /** of `to typeof(…)` */
  convert: (value: Json) => Json
}

/**
 * `mv-expand x, y = z to typeof(string) limit 400`: a row for each item of the lists, several of them side by side; for
 * each property of an object, a row with that alone.
 * https://learn.microsoft.com/azure/data-explorer/kusto/query/mv-expand-operator
 */
export function parseExpand(reader: TokenReader): Step {
  const columns = reader.list(() => parseColumn(reader))
  const most = reader.skip('limit') ? countIn(reader) : queryLimits.rowLimit
  return {
    expressions: columns.map(({ expression }) => expression),
    over(before) {
      const after = [...new Set([...before, ...columns.map(({ name }) => name)])]
      return perRow(after, (row, hand) => {
        const lists = columns.map(({ expression }) => itemsOf(expression.of(row)))
        const count = Math.min(most, Math.max(...lists.map(({ length }) => length)))
        spend(count * before.length)
        for (let index = 0; index < count; index += 1) {
          // The last one can have the row itself.
          const made: Row = index === count - 1 ? row : { ...row }
          for (let place = 0; place < columns.length; place += 1) {
            const column = columns[place]
            if (column !== undefined) made[column.name] = column.convert(lists[place]?.[index] ?? null)
          }
          hand(made)
        }
      })
    },
  }
}

function parseColumn(reader: TokenReader): Expanded {
  const first = parseExpression(reader)
  const expression = reader.skip('=') ? parseExpression(reader) : first
  const name = first.columnName
  if (name === undefined) throw new InvalidQuery('mv-expand of an expression without a name is not supported.')
  return { name, expression, convert: reader.skip('to') ? parseType(reader) : (value) => value }
}

function parseType(reader: TokenReader): Expanded['convert'] {
  reader.expect('typeof')
  reader.expect('(')
  const type = reader.name()
  reader.expect(')')
  switch (type) {
    case 'string':
      return textOf
    case 'int':
    case 'long':
    case 'real':
    case 'double':
      return (value) => (textOf(value).trim() === '' || Number.isNaN(Number(value)) ? null : Number(value))
    case 'dynamic':
      return (value) => value
    default:
      throw new InvalidQuery(`The type '${type}' of mv-expand is not supported.`)
  }
}

// A row whose list is empty is removed; one without a list stays, with nothing in the column.
function itemsOf(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value
  if (isJsonObject(value)) return Object.entries(value).map(([key, item]) => ({ [key]: item }))
  return [value ?? null]
}

function countIn(reader: TokenReader): number {
  const { kind, text, at } = reader.next()
  if (kind !== 'number') throw new InvalidQuery(`Expected a number at position ${at}.`, 'ParserFailure')
  return Number(text)
}

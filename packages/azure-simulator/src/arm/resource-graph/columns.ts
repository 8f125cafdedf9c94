import { spend } from '../../budget/work-budget.ts'
import { tooMuchWork } from './invalid-query.ts'
import { parseExpression, type Expression } from './parse-expression.ts'
import { queryLimits } from './query-text-limits.ts'
import type { TokenReader } from './token-reader.ts'
import type { Row } from './values.ts'

/** `name = expression`, or an expression alone, whose column gets the name of its argument. */
export interface Column {
  name: string
  expression: Expression
}

export function parseColumns(reader: TokenReader): Column[] {
  let unnamed = 0
  let count = 0
  return reader.list(() => {
    if (++count > queryLimits.columns) throw tooMuchWork()
    const expression = parseExpression(reader)
    if (!reader.skip('=')) return { name: expression.columnName ?? `Column${++unnamed}`, expression }
    return { name: expression.columnName ?? '', expression: parseExpression(reader) }
  })
}

export function rowOf(columns: Column[], row: Row): Row {
  const made: Row = {}
  spend(columns.length)
  for (const { name, expression } of columns) made[name] = expression.of(row) ?? null
  return made
}

export function namesOf(columns: Column[]): string[] {
  return columns.map(({ name }) => name)
}

export function expressionsOf(columns: Column[]): Expression[] {
  return columns.map(({ expression }) => expression)
}

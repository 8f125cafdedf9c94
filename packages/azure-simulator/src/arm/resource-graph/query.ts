import { InvalidQuery } from './invalid-query.ts'
import type { Expression } from './parse-expression.ts'
import { keyOf, type Row } from './values.ts'

/** Rows that all have the same columns. They belong to the query: a step can write to them. */
export interface Table {
  columns: string[]
  rows: Row[]
}

/** What a query needs of a table, so that nothing more is built. */
export interface Wanted {
  name: string
  /** the only types, in small letters, whose rows can matter; absent: all */
  types?: string[] | undefined
  /** the used columns; absent: all */
  columns?: Set<string> | undefined
}

/** A table with at least what is needed; throws 400 for an unknown name. */
export type Tables = (wanted: Wanted) => Table

/** A step of a query. */
export interface Step {
  /** its result from the table before it */
  run(table: Table, tables: Tables): Table
  /** what it needs of the rows before it */
  expressions: Expression[]
  /** it needs every column of the rows before it */
  needsAll?: boolean
  /** whether only its own columns are left after it */
  replacesColumns?: boolean
  /** of a condition: the only types of rows that pass */
  types?: string[] | undefined
}

/** Throws 400 for an expression that is about columns that the table has not. */
export function demandColumns({ columns }: Table, expressions: Expression[]): void {
  const known = new Set(columns)
  const unknown = expressions.flatMap(({ references }) => references).find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new InvalidQuery(`Failed to resolve column or scalar expression named '${unknown}'.`, 'ParserFailure')
}

/** A key that is the same for rows in which all the expressions have the same values. */
export function keyBy(expressions: Expression[]): (row: Row) => ReturnType<typeof keyOf> {
  const [only, ...others] = expressions
  if (only !== undefined && others.length === 0) return (row) => keyOf(only.of(row))
  return (row) => keyOf(expressions.map((expression) => expression.of(row) ?? null))
}

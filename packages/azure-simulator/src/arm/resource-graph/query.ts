import { InvalidQuery } from './invalid-query.ts'
import type { Expression } from './parse-expression.ts'
import { keyOf, type Row } from './values.ts'

/** Rows that all have the same columns. They are the query's own: a step may write into them. */
export interface Table {
  columns: string[]
  rows: Row[]
}

/** What a query needs of a table, so that no more of it is made. */
export interface Wanted {
  name: string
  /** the only types, in small letters, whose rows can matter; absent: all */
  types?: string[] | undefined
  /** the columns that something is made of; absent: all */
  columns?: Set<string> | undefined
}

/** A table of which at least that is there; throws 400 for one whose name is not known. */
export type Tables = (wanted: Wanted) => Table

/** A step of a query. */
export interface Step {
  /** what it makes of the table before it */
  run(table: Table, tables: Tables): Table
  /** what it asks of the rows before it */
  expressions: Expression[]
  /** whether only the columns that it makes are left after it */
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

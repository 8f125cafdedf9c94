import { InvalidQuery } from './invalid-query.ts'
import type { Expression } from './parse-expression.ts'
import type { Row } from './values.ts'

/** Rows that all have the same columns. */
export interface Table {
  columns: string[]
  rows: Row[]
}

/** A table by its name; throws 400 for one that is not there. */
export type Tables = (name: string) => Table

/** What a step of a query makes of the table before it. */
export type Step = (table: Table) => Table

/** Throws 400 for an expression that is about columns that the table has not. */
export function demandColumns({ columns }: Table, expressions: Expression[]): void {
  const unknown = expressions.flatMap(({ references }) => references).find((name) => !columns.includes(name))
  if (unknown === undefined) return
  throw new InvalidQuery(`Failed to resolve column or scalar expression named '${unknown}'.`, 'ParserFailure')
}

import { InvalidQuery } from './invalid-query.ts'
import type { Expression } from './parse-expression.ts'
import { keyOf, type Row } from './values.ts'

/** Rows that all have the same columns. They belong to the query: a step can write to them. */
interface Table {
  columns: string[]
  rows: Iterable<Row>
}

/** What takes rows one by one, and is told when there are no more. */
export interface Sink {
  push(row: Row): void
  end(): void
}

/**
 * A step at work: rows go through it one by one, so that most of them are never kept. `into` is called once, with what
 * takes its rows.
 */
export interface Flow {
  columns: string[]
  into(next: Sink): Sink
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

/** A query ready to run. */
export type Query = (tables: Tables) => { columns: string[]; rows: Row[] }

/** A step of a query. */
export interface Step {
  /** the step over rows with these columns */
  over(columns: string[], tables: Tables): Flow
  /** what it needs of the rows before it */
  expressions: Expression[]
  /** it needs every column of the rows before it */
  needsAll?: boolean
  /** whether only its own columns are left after it */
  replacesColumns?: boolean
  /** of a condition: the only types of rows that pass */
  types?: string[] | undefined
}

/** A step that makes of each row what `make` hands on of it. */
export function perRow(columns: string[], make: (row: Row, hand: Sink['push']) => void): Flow {
  return { columns, into: ({ push, end }) => ({ push: (row) => make(row, push), end }) }
}

/** A step that needs all rows at once. */
export function ofAllRows(columns: string[], of: (rows: Row[]) => Row[]): Flow {
  return {
    columns,
    into({ push, end }) {
      const rows: Row[] = []
      return {
        push: (row) => rows.push(row),
        end() {
          for (const row of of(rows)) push(row)
          end()
        },
      }
    },
  }
}

/** Throws 400 for an expression that is about columns that the table has not. */
export function assertColumns(columns: string[], expressions: Expression[]): void {
  const known = new Set(columns)
  const unknown = expressions.flatMap(({ references }) => references).find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new InvalidQuery(`Failed to resolve column or scalar expression named '${unknown}'.`, 'ParserFailure')
}

/** A key that is the same for rows in which all the expressions have the same values. */
export function keyBy(expressions: Expression[]): (row: Row) => ReturnType<typeof keyOf> {
  const [only, ...others] = expressions
  if (only !== undefined && others.length === 0) return (row) => keyOf(only.of(row))
  return (row) => {
    let key = ''
    for (const { of } of expressions) {
      const part = keyOf(of(row))
      // With its type and its length, no text passes for two, and none for a number.
      key += typeof part === 'string' ? `${part.length}"${part}` : `${part};`
    }
    return key
  }
}

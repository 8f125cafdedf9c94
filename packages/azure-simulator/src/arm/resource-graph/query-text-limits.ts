import { InvalidQuery, tooMuchWork } from './invalid-query.ts'
import type { TokenReader } from './token-reader.ts'

/**
 * The limits of a query: for joins and `mv-expand` Azure's documented ones, otherwise our own.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language#supported-tabulartop-level-operators
 */
export const queryLimits = {
  join: 3,
  'mv-expand': 3,
  /** rows that mv-expand creates from one, by default */
  rowLimit: 128,
  operators: 100,
  columns: 1_000,
  /** brackets, calls and steps of a path around each other */
  levels: 100,
  /** characters of an answer, as public reports have it */
  payload: 16 * 1024 ** 2,
}

const counts = new WeakMap<TokenReader, Map<string, number>>()

/** Counts an operator of the query; throws 400 if it has too many of its kind, or of all kinds. */
export function assertOperator(reader: TokenReader, name: string): void {
  const known = counts.get(reader) ?? new Map<string, number>()
  counts.set(reader, known)
  const add = (kind: string) => {
    const count = (known.get(kind) ?? 0) + 1
    known.set(kind, count)
    return count
  }
  if (add('') > queryLimits.operators)
    throw new InvalidQuery(`The query has more than ${queryLimits.operators} operators.`)
  const limit = name === 'join' || name === 'mv-expand' ? queryLimits[name] : Infinity
  if (add(name) > limit) throw new InvalidQuery(`The query has more than ${limit} '${name}' operators.`)
}

/** Parses a nested part of the query; throws 400 if it is nested too deep. */
export function within<T>(reader: TokenReader, read: () => T): T {
  const depth = reader.depth + 1
  if (depth > queryLimits.levels)
    throw new InvalidQuery(`The query is nested more than ${queryLimits.levels} levels deep.`)
  reader.depth = depth
  try {
    return read()
  } finally {
    reader.depth = depth - 1
  }
}

/** Throws 400 for a table of too many columns. */
export function assertColumnCount(columns: string[]): string[] {
  if (columns.length > queryLimits.columns) throw tooMuchWork()
  return columns
}

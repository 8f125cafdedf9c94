import type { Json } from '../../json.ts'
import type { Row } from './values.ts'

/** What is the same for each row, calculated for the first. */
export function onceForAllRows(of: (row: Row) => Json | undefined): (row: Row) => Json | undefined {
  let known: { value: Json | undefined } | undefined
  return (row) => (known ??= { value: of(row) }).value
}

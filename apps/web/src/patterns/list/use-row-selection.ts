import { rowsPerPage } from '@portal/portal-api'
import { useState } from 'react'

/** The rows of a list that the user has selected. */
export interface RowSelection<Row> {
  rows: readonly Row[]
  has: (row: Row) => boolean
  /** one row by its place in the list, or with `isRange` all from the one before to it */
  select: (index: number, isSelected: boolean, isRange: boolean) => void
  /** every row of the list; undefined if it has more than a page, or not all are loaded */
  selectAll: ((isSelected: boolean) => void) | undefined
  isAllSelected: boolean
  clear: () => void
  /** the name of a row */
  nameOf: (row: Row) => string
}

interface Rows<Row> {
  total: number | undefined
  rowAt: (index: number) => Row | undefined
}

/** Selects rows of a list by their IDs, also those that scroll out of view or that a filter hides. */
export function useRowSelection<Row extends { id: string }>(
  { total = 0, rowAt }: Rows<Row>,
  nameOf: (row: Row) => string,
): RowSelection<Row> {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map())
  const [anchor, setAnchor] = useState(0)
  const rowsBetween = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at)).flatMap((row) => row ?? [])
  const all = total > rowsPerPage ? [] : rowsBetween(0, total - 1)
  const change = (rows: readonly Row[], isSelected: boolean) => {
    const after = new Map(selected)
    for (const row of rows)
      if (isSelected) after.set(row.id, row)
      else after.delete(row.id)
    setSelected(after)
  }
  return {
    rows: [...selected.values()],
    has: ({ id }) => selected.has(id),
    select(index, isSelected, isRange) {
      const from = isRange ? anchor : index
      change(rowsBetween(Math.min(from, index), Math.max(from, index)), isSelected)
      setAnchor(index)
    },
    selectAll: all.length === total && total > 0 ? (isSelected) => change(all, isSelected) : undefined,
    isAllSelected: all.length > 0 && all.every(({ id }) => selected.has(id)),
    clear: () => setSelected(new Map()),
    nameOf,
  }
}

import type { ReactNode } from 'react'

/** A column of a list; on a card it is a line. */
export interface ListColumn<Row, Sort extends string> {
  heading: string
  /** of its grid column, for example `minmax(120px, 1fr)` */
  width: string
  cell: (row: Row) => ReactNode
  /** what its heading sorts by; without it the heading is text */
  sort?: Sort
}

/** The columns of a list; the first one names its row. */
export type ListColumns<Row, Sort extends string> = [ListColumn<Row, Sort>, ...ListColumn<Row, Sort>[]]

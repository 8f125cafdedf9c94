import type { ReactNode } from 'react'

/** A column of a list; on a card it is a line, in a file of all rows a column, too. */
export interface ListColumn<Row, Sort extends string> {
  heading: string
  /** of its grid column, for example `minmax(120px, 1fr)` */
  width: string
  /** its text: in a file and, without `cell`, in the list */
  text: (row: Row) => string
  /** what the list shows; `isInView`: the row has stopped in the visible part */
  cell?: (row: Row, isInView: boolean) => ReactNode
  /** what its heading sorts by; without it the heading is text */
  sort?: Sort
}

/** The columns of a list; the first one names its row. */
export type ListColumns<Row, Sort extends string> = [ListColumn<Row, Sort>, ...ListColumn<Row, Sort>[]]

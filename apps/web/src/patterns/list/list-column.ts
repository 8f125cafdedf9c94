import type { RequestOf, ResponseOf } from '@portal/portal-api'
import type { ComponentType, ReactNode } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { regionDisplayName } from '../resource/region-display-name.ts'
import { resourceGroupOf } from '../resource/resource-names.ts'

/** A column of a list; on a card it is a line, in a file of all rows a column, too. */
export interface ListColumn<Row, Sort extends string> {
  heading: string
  /** in a file and on a card, where the heading is a short one */
  wholeHeading?: string
  /** in pixels at least, and its share of the width that is left */
  width: readonly [least: number, share: number]
  /** where the list is too narrow, columns with the highest number go first; without one a column stays */
  goesAs?: number
  /** whether it has nothing of a row: a table doesn't show the column until it has something of one */
  isEmpty?: (row: Row) => boolean
  /** its text: in a file and, without `cell`, in the list */
  text: (row: Row) => string
  /** what the list shows; `isInView`: the row has stopped in the visible part */
  cell?: (row: Row, isInView: boolean) => ReactNode
  /** what its heading sorts by; without it the heading is text */
  sort?: Sort
}

/** The columns of a list; the first one names its row. */
export type ListColumns<Row, Sort extends string> = [ListColumn<Row, Sort>, ...ListColumn<Row, Sort>[]]

/** The columns of the list that an endpoint browses. */
export type ColumnsOf<Browse> = [RequestOf<Browse>, ResponseOf<Browse>] extends [
  { sort: infer Sort extends string },
  { rows: (infer Row)[] },
]
  ? ListColumns<Row, Sort>
  : never

/** What is around the cells of a row, and reads for all of them; `isInView`: the row has stopped in view. */
export type RowFrame<Row> = ComponentType<{ row: Row; isInView: boolean; children: ReactNode }>

/** Where a resource is, as columns without their width. */
export function usePlaceColumns() {
  const { galleries: t } = useTexts()
  return {
    region: {
      heading: t.region,
      sort: 'location' as const,
      text: ({ location }: { location: string }) => regionDisplayName(location),
    },
    resourceGroup: {
      heading: t.resourceGroup,
      sort: 'resourceGroup' as const,
      text: ({ id }: { id: string }) => resourceGroupOf(id),
    },
  }
}

/**
 * The columns of which any of the rows has something. The column before one that has nothing gets its width, so that
 * nothing moves when it is shown.
 */
export function columnsWithContent<Row, Sort extends string>(
  [first, ...others]: ListColumns<Row, Sort>,
  rows: readonly Row[],
): ListColumns<Row, Sort> {
  const shown: ListColumns<Row, Sort> = [first]
  for (const column of others) {
    const before = shown.at(-1) ?? first
    if (column.isEmpty === undefined || !rows.every(column.isEmpty)) shown.push(column)
    else
      shown[shown.length - 1] = {
        ...before,
        width: [before.width[0] + column.width[0], before.width[1] + column.width[1]],
      }
  }
  return shown
}

/** The columns that fit beside each other into a width in pixels; undefined if those that must stay don't. */
export function columnsThatFit<Row, Sort extends string>(
  [first, ...others]: ListColumns<Row, Sort>,
  width: number,
): ListColumns<Row, Sort> | undefined {
  let left = others
  for (;;) {
    if (left.reduce((sum, column) => sum + column.width[0], first.width[0]) <= width) return [first, ...left]
    const goes = left.toSorted((one, other) => (other.goesAs ?? 0) - (one.goesAs ?? 0))[0]
    if (goes?.goesAs === undefined) return undefined
    left = left.filter((column) => column !== goes)
  }
}

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Layout, Position } from '../layout.ts'
import { sizes, columnWidth } from './grid-sizes.ts'

/**
 * The rows and columns that are in view of `scroller`, the `width` of a column, and the active ones wherever they are.
 * A narrow window has a card for each cell; the first card of a region has the region's heading.
 */
export function useGridAxes(scroller: RefObject<HTMLDivElement | null>, layout: Layout, active: Position) {
  const width = useColumnWidth(scroller, layout.columns.length)
  const isCards = layout.grouping === 'cells'
  const startsRegion = (row: number) =>
    isCards && layout.rows[row]?.region?.index !== layout.rows[row - 1]?.region?.index
  const cellTop = (row: number) => (isCards ? sizes.diskHead + (startsRegion(row) ? sizes.regionHead : 0) : 0)
  // By what a row is of: a filter or another grouping gives the same numbers to other rows.
  const [noteHeights, setNoteHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const noteHeight = (row: number) => noteHeights.get(keyOf(layout, row)) ?? 0
  const onNoteHeight = (row: number, height: number) =>
    setNoteHeights((known) =>
      (known.get(keyOf(layout, row)) ?? 0) === height ? known : new Map(known).set(keyOf(layout, row), height),
    )
  const withActive = (index: number) => (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), index])].filter((at) => at < range.count)
  // The lint warns for React Compiler, which is off: its memory would keep the items of an earlier scroll.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: layout.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => sizes.row + cellTop(row) + noteHeight(row),
    rangeExtractor: withActive(active.row),
    overscan: 1,
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: layout.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => width,
    rangeExtractor: withActive(active.column),
    overscan: 1,
  })
  // Sizes are remembered by row, and a row has another size among other rows or as a card.
  useLayoutEffect(() => rows.measure(), [rows, layout.grouping, layout.rows.length, noteHeights])
  useLayoutEffect(() => columns.measure(), [columns, width])
  return { isCards, width, startsRegion, cellTop, rows, columns, noteHeight, onNoteHeight }
}

function keyOf({ grouping, rows }: Layout, row: number): string {
  const { region, disk } = rows[row] ?? {}
  return [grouping, region?.index, disk?.key].join(' ')
}

/**
 * The width of each of `count` columns, in pixels, as `scroller` has room for them inside its border and scroll bar.
 * Many columns have the same width in any window: their grid is drawn once.
 */
function useColumnWidth(scroller: RefObject<HTMLElement | null>, count: number): number {
  const [width, setWidth] = useState(sizes.column)
  useLayoutEffect(() => {
    const measured = scroller.current
    if (measured === null) return
    const read = () => setWidth(columnWidth(count, measured.clientWidth))
    // Before the first frame: nothing is seen at another width.
    read()
    const observer = new ResizeObserver(read)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [scroller, count])
  return width
}

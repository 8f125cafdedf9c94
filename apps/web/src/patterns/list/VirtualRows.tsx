import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { rowsPerPage } from '@portal/portal-api'
import { defaultRangeExtractor, observeWindowOffset, useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  startTransition,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type RefObject,
} from 'react'
import { listShortcuts } from '../shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import type { ListColumns, RowFrame } from './list-column.ts'
import { ListHead } from './ListHead.tsx'
import { ListCard, ListRow } from './ListRow.tsx'
import { checkWidth, rowSizes } from './row-sizes.ts'
import type { ListRequest } from './use-list-request.ts'
import type { useRowPages } from './use-row-pages.ts'
import type { RowSelection } from './use-row-selection.ts'

const useStyles = makeStyles({
  rows: {
    position: 'relative',
    // what gets the focus is not under the headings, which stay below the page's bars
    '& a, & button': { scrollMarginTop: `${rowSizes.head + 12}px` },
  },
  previous: { opacity: 0.6 },
})

const rowsWhileUnknown = 8

interface Props<Row extends { id: string }, Sort extends string> {
  label: string
  request: ListRequest<Sort>
  columns: ListColumns<Row, Sort>
  /** undefined: rows; otherwise each row is a card with that many facts beside each other */
  factsInLine: number | undefined
  pages: ReturnType<typeof useRowPages<Row>>
  /** undefined: rows can't be selected */
  selection: RowSelection<Row> | undefined
  frame: RowFrame<Row> | undefined
}

/**
 * Rows, or cards, that scroll with the page. Of more than a hundred, those in view and the focused one are there; of
 * fewer, all are, so that the browser finds and prints them: those out of view once the others have been painted.
 */
export function VirtualRows<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { label, request, columns, factsInLine, pages, selection, frame } = props
  const styles = useStyles()
  useShortcuts(listShortcuts)
  const list = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const bodyTop = useTopOnPage(body)
  const [focused, setFocused] = useState(0)
  const [settled, setSettled] = useState({ first: 0, last: -1 })
  const areCards = factsInLine !== undefined
  // Until other rows are counted there are as many as before: a page that gets shorter would scroll.
  const [countBefore, setCountBefore] = useState(rowsWhileUnknown)
  const count = pages.total ?? countBefore
  if (count !== countBefore) setCountBefore(count)
  const areFew = pages.total !== undefined && pages.total <= rowsPerPage
  const areAllThere = useDeferredValue(areFew, false) && areFew
  const lines = Math.ceil((columns.length - 1) / (factsInLine ?? 1))
  const height = areCards
    ? rowSizes.cardTitle + rowSizes.cardLine * lines + rowSizes.cardPadding + rowSizes.cardGap
    : rowSizes.row
  // The lint warns for React Compiler, which is off: its memory would keep the items of an earlier scroll.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count,
    scrollMargin: bodyTop,
    // The first rendering has rows already: those at the start, where another page begins.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: 0,
    observeElementOffset: (instance, report) => {
      report(window.scrollY, false)
      return observeWindowOffset(instance, report)
    },
    estimateSize: () => height,
    rangeExtractor: (range) =>
      areAllThere
        ? Array.from({ length: count }, (_, at) => at)
        : [...new Set([...defaultRangeExtractor(range), focused])]
            .filter((at) => at < count)
            .sort((one, other) => one - other),
    overscan: 4,
  })
  const measured = useRef(height)
  useLayoutEffect(() => {
    if (measured.current !== height) virtualizer.measure()
    measured.current = height
  }, [virtualizer, height])

  // Rows that only pass by while scrolling are not loaded.
  const { startIndex = 0, endIndex = 0 } = virtualizer.calculateRange() ?? {}
  const want = useEffectEvent(() => {
    pages.want(startIndex, endIndex)
    startTransition(() => setSettled({ first: startIndex, last: endIndex }))
  })
  useEffect(() => {
    if (!virtualizer.isScrolling) want()
  }, [virtualizer.isScrolling, startIndex, endIndex])

  const place = `${request.search} ${request.sort} ${request.direction}`
  useLayoutEffect(() => {
    // Other rows begin with the first one, where the headings are.
    const { scrollPaddingTop } = getComputedStyle(document.documentElement)
    const isAbove = (list.current?.getBoundingClientRect().top ?? 0) < Number.parseFloat(scrollPaddingTop)
    if (isAbove) list.current?.scrollIntoView({ block: 'start' })
  }, [place])

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
    if (index !== undefined) setFocused(Number(index))
  }

  const widths = columns.map(({ width: [least, share] }) => `minmax(${least}px, ${share}fr)`)
  const template = [...(selection ? [`${checkWidth}px`] : []), ...widths].join(' ')
  const Item = areCards ? ListCard : ListRow
  const rows = (
    <div
      ref={body}
      role={areCards ? 'list' : 'rowgroup'}
      {...(areCards && { 'aria-label': label })}
      className={mergeClasses(styles.rows, pages.isPrevious && styles.previous)}
      style={{ height: virtualizer.getTotalSize() }}
      onFocus={onFocus}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <Item
          key={key}
          index={index}
          count={count}
          top={start - bodyTop}
          height={height}
          template={areCards ? `repeat(${factsInLine}, minmax(0, 1fr))` : template}
          columns={columns}
          row={pages.rowAt(index)}
          selection={selection}
          frame={frame}
          isInView={index >= settled.first && index <= settled.last}
        />
      ))}
    </div>
  )
  return (
    <div ref={list} aria-busy={pages.total === undefined}>
      {areCards ? (
        rows
      ) : (
        <div role="table" aria-label={label} aria-rowcount={count + 1}>
          <ListHead request={request} columns={columns} template={template} selection={selection} />
          {rows}
        </div>
      )}
    </div>
  )
}

// By the path of its page, when it was last measured.
const likelyTops = new Map<string, number>()

/** How far below the start of the page an element begins, in pixels; what is above it can grow. */
function useTopOnPage(element: RefObject<HTMLElement | null>): number {
  const { pathname } = window.location
  // As long as nobody knows, no row is taken to be in view but the first: what they need is asked for one by one.
  const [top, setTop] = useState(() => likelyTops.get(pathname) ?? window.innerHeight)
  useLayoutEffect(() => {
    // Cards and rows are different elements.
    const measure = () => {
      const measuredTop = Math.round((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
      likelyTops.set(pathname, measuredTop)
      setTop(measuredTop)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element, pathname])
  return top
}

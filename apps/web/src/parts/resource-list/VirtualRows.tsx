import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type FocusEvent } from 'react'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import { listShortcuts } from '../shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import type { ListColumns } from './list-column.ts'
import { ListHead } from './ListHead.tsx'
import { ListCard, ListRow } from './ListRow.tsx'
import { rowSizes } from './row-sizes.ts'
import type { ListRequest } from './use-list-request.ts'
import { useRestOfWindow } from './use-rest-of-window.ts'
import type { useRowPages } from './use-row-pages.ts'

const useStyles = makeStyles({
  scroller: {
    overflow: 'auto',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    scrollPaddingTop: `${rowSizes.head}px`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { minWidth: 'fit-content' },
  cards: { border: 'none', scrollPaddingTop: 0 },
  rows: { position: 'relative' },
  previous: { opacity: 0.6 },
})

const rowsWhileUnknown = 8

interface Props<Row extends { id: string }, Sort extends string> {
  label: string
  request: ListRequest<Sort>
  columns: ListColumns<Row, Sort>
  pages: ReturnType<typeof useRowPages<Row>>
}

/** The visible rows, and the focused one wherever it is; in a narrow window, a card for each. */
export function VirtualRows<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { label, request, columns, pages } = props
  const styles = useStyles()
  const texts = useBrowseTexts()
  useShortcuts(listShortcuts)
  const narrow = useNarrow()
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const [settled, setSettled] = useState({ first: 0, last: -1 })
  const count = pages.total ?? rowsWhileUnknown
  const height = narrow
    ? rowSizes.cardTitle + rowSizes.cardLine * (columns.length - 1) + rowSizes.cardPadding + rowSizes.cardGap
    : rowSizes.row
  const maxHeight = useRestOfWindow(scroller)
  // The lint warns for React Compiler, which is off: its memory would keep the items of an earlier scroll.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), focused])]
        .filter((at) => at < count)
        .sort((one, other) => one - other),
    overscan: 4,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height])

  // Rows that only pass by while scrolling are not loaded.
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
  const want = useEffectEvent(() => {
    pages.want(startIndex, endIndex)
    setSettled({ first: startIndex, last: endIndex })
  })
  useEffect(() => {
    if (!virtualizer.isScrolling) want()
  }, [virtualizer.isScrolling, startIndex, endIndex])

  const place = `${request.search} ${request.sort} ${request.direction}`
  useLayoutEffect(() => {
    // Not returned: newer browsers return a promise, and React would call it.
    scroller.current?.scrollTo({ top: 0 })
  }, [place])

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
    if (index !== undefined) setFocused(Number(index))
  }

  const Item = narrow ? ListCard : ListRow
  const template = columns.map(({ width }) => width).join(' ')
  const rows = (
    <div
      role={narrow ? 'list' : 'rowgroup'}
      {...(narrow && { 'aria-label': label })}
      className={mergeClasses(styles.rows, pages.isPrevious && styles.previous)}
      style={{ height: virtualizer.getTotalSize() }}
      onFocus={onFocus}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <Item
          key={key}
          index={index}
          count={count}
          top={start}
          height={height}
          template={template}
          columns={columns}
          row={pages.rowAt(index)}
          isInView={index >= settled.first && index <= settled.last}
        />
      ))}
    </div>
  )
  return (
    <section
      ref={scroller}
      aria-label={texts.scrollable(label)}
      aria-busy={pages.total === undefined}
      // Keyboard users scroll it with the arrow keys.
      tabIndex={0}
      className={mergeClasses(styles.scroller, narrow && styles.cards)}
      style={{ maxHeight }}
    >
      {narrow ? (
        rows
      ) : (
        <div role="table" aria-label={label} aria-rowcount={count + 1} className={styles.table}>
          <ListHead request={request} columns={columns} template={template} />
          {rows}
        </div>
      )}
    </section>
  )
}

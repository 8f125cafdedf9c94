import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { VirtualItem } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { afterClick } from '../../../ui/after-click.ts'
import { shows } from '../../../ui/shows.ts'
import type { CellFacts, EncryptionTexts } from '../cell-facts.ts'
import { cellAt, type Layout, type Position } from '../layout.ts'
import { issuePathOf, type Cell } from '../matrix.ts'
import { gridCommand, type GridCommand } from './grid-command.ts'
import { shared, sizes } from './grid-sizes.ts'
import { LineHeading } from './LineHeading.tsx'
import { MatrixCell } from './MatrixCell.tsx'
import { useGridAxes } from './use-grid-axes.ts'

const useStyles = makeStyles({
  grid: {
    position: 'relative',
    overflow: 'auto',
    boxSizing: 'border-box',
    width: '100%',
    maxHeight: 'min(640px, 70vh)',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    scrollPadding: `${sizes.head}px 0 0 ${sizes.rowHead}px`,
  },
  cards: { scrollPadding: '0' },
  canvas: { position: 'relative' },
  head: { position: 'sticky', top: 0, zIndex: 2, height: `${sizes.head}px` },
  row: { position: 'absolute', left: 0, width: '100%' },
  cells: { position: 'relative' },
  // In view, however far the columns are scrolled.
  note: { position: 'sticky', left: 0, boxSizing: 'border-box' },
})

interface MatrixGridProps {
  layout: Layout
  active: Position
  /** the active cell gets the focus whenever this changes; 0: not yet */
  focusRequest: number
  texts: EncryptionTexts
  /** ID of the description of the keys */
  describedBy: string
  /** nothing can be done but look */
  isReadOnly: boolean
  contentOf: (cell: Cell) => CellFacts & { label: string }
  /** what is said below a row, as high as its text; it can be nothing */
  noteOf: (row: number) => ReactNode
  /** a cell gets the focus or a click: it becomes the active one, and nothing moves under the pointer */
  onActivate: (position: Position) => void
  /** `element`: the active cell's */
  onCommand: (command: GridCommand, element: HTMLElement) => void
}

/** The cells that are in view, and the active one wherever it is, so that the focus is never lost by scrolling. */
export function MatrixGrid(props: MatrixGridProps) {
  const { layout, active, focusRequest, texts, describedBy, isReadOnly, contentOf, noteOf, onActivate, onCommand } =
    props
  const styles = useStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const { isCards, width, startsRegion, cellTop, rows, columns, noteHeight, onNoteHeight } = useGridAxes(
    scroller,
    layout,
    active,
  )
  const head = isCards ? 0 : sizes.head

  useLayoutEffect(() => {
    if (focusRequest === 0) return
    const cell = scroller.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focusRequest])

  function onKeyDown(event: KeyboardEvent) {
    const last = { row: layout.rows.length - 1, column: layout.columns.length - 1 }
    const command = gridCommand(event, active, last)
    if (command === undefined || !(event.target instanceof HTMLElement) || pressedCell(event.target).cell === null)
      return
    event.preventDefault()
    onCommand(command, event.target)
  }
  // Also when the focus does not come from the keys, for example from assistive technology.
  function onFocus({ target }: FocusEvent) {
    const { cell, at } = pressedCell(target)
    if (cell !== null && (at.row !== active.row || at.column !== active.column)) afterClick(() => onActivate(at))
  }
  function onClick({ target }: MouseEvent) {
    const { cell, at } = pressedCell(target)
    if (cell === null) return
    onActivate(at)
    onCommand({ type: 'open', typed: '' }, cell)
  }

  const shownColumns = columns.getVirtualItems()
  return (
    <div
      ref={scroller}
      {...shows('matrix')}
      role="grid"
      tabIndex={-1}
      aria-label={texts.matrix.label}
      aria-describedby={describedBy}
      aria-readonly={isReadOnly}
      aria-rowcount={layout.rows.length + 1}
      aria-colcount={layout.columns.length + 1}
      className={mergeClasses(styles.grid, isCards && styles.cards)}
      style={isCards ? undefined : { maxWidth: sizes.rowHead + layout.columns.length * shared.most }}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div
        role="presentation"
        className={styles.canvas}
        style={{
          height: head + rows.getTotalSize(),
          width: isCards ? '100%' : sizes.rowHead + columns.getTotalSize(),
        }}
      >
        {!isCards && <Headings layout={layout} texts={texts} columns={shownColumns} width={width} />}
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="row"
            aria-rowindex={row.index + 2}
            className={styles.row}
            style={{ top: head + row.start, height: row.size }}
          >
            <div role="presentation" className={styles.cells} style={{ height: row.size - noteHeight(row.index) }}>
              <LineHeading
                kind={isCards ? (startsRegion(row.index) ? 'firstCard' : 'card') : 'row'}
                line={layout.rows[row.index] ?? {}}
                grouping={layout.grouping}
                texts={texts}
              />
              {shownColumns.map((column) => {
                const cell = cellAt(layout, { row: row.index, column: column.index })
                return (
                  cell !== undefined && (
                    <MatrixCell
                      key={column.key}
                      row={row.index}
                      column={column.index}
                      field={issuePathOf(cell).join('/')}
                      left={isCards ? 0 : sizes.rowHead + column.start}
                      top={cellTop(row.index)}
                      width={isCards ? undefined : width}
                      {...contentOf(cell)}
                      isActive={row.index === active.row && column.index === active.column}
                    />
                  )
                )
              })}
            </div>
            <RowNote className={styles.note} onHeight={(height) => onNoteHeight(row.index, height)}>
              {noteOf(row.index)}
            </RowNote>
          </div>
        ))}
      </div>
    </div>
  )
}

/** The cell of an event of the grid, null if it is not on a cell. */
function pressedCell(target: EventTarget): { cell: HTMLElement | null; at: Position } {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return { cell, at: { row: Number(cell?.dataset['row']), column: Number(cell?.dataset['column']) } }
}

interface HeadingsProps extends Pick<MatrixGridProps, 'layout' | 'texts'> {
  /** those in view */
  columns: VirtualItem[]
  width: number
}

/** The first row, which stays in view. */
function Headings({ layout, texts, columns, width }: HeadingsProps) {
  const styles = useStyles()
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      <LineHeading kind="corner" line={{}} grouping={layout.grouping} texts={texts} />
      {columns.map((column) => (
        <LineHeading
          key={column.key}
          kind="column"
          line={layout.columns[column.index] ?? {}}
          grouping={layout.grouping}
          texts={texts}
          index={column.index}
          left={sizes.rowHead + column.start}
          width={width}
        />
      ))}
    </div>
  )
}

interface RowNoteProps {
  className: string
  /** gets the pixels that it needs, 0 if it is empty */
  onHeight: (height: number) => void
  children: ReactNode
}

/** A line over the whole width below the cells of a row, for what they lack. */
function RowNote({ className, onHeight, children }: RowNoteProps) {
  const note = useRef<HTMLDivElement>(null)
  const read = useRef(() => {})
  // Before the frame of each rendering: no row below is seen under the note. An empty one asks for no layout.
  useLayoutEffect(() => {
    read.current = () => onHeight(note.current?.hasChildNodes() === true ? note.current.offsetHeight : 0)
    read.current()
  })
  // A narrower window has more lines.
  useLayoutEffect(() => {
    if (note.current === null) return
    const observer = new ResizeObserver(() => read.current())
    observer.observe(note.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={note} role="presentation" className={className}>
      {children}
    </div>
  )
}

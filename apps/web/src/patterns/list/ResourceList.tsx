import { Button, makeStyles, SearchBox } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { longestSearch } from '@portal/portal-api'
import { type ComponentProps, type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { PageQuery } from '../../api/read.ts'
import { Choice } from '../../ui/Choice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { type ListFilter, FilterSelect } from './FilterSelect.tsx'
import { columnsThatFit, columnsWithContent, type ListColumns, type ListColumn, type RowFrame } from './list-column.ts'
import { ListStatus, SelectionStatus } from './ListStatus.tsx'
import type { PagePlace } from './read-all-rows.ts'
import { checkWidth, factsThatFit } from './row-sizes.ts'
import { useBrowseTexts } from './texts/browse-texts.ts'
import { useCsvDownload } from './use-csv-download.ts'
import type { ListOrder, ListRequest } from './use-list-request.ts'
import { useRowPages } from './use-row-pages.ts'
import { useRowSelection } from './use-row-selection.ts'
import { VirtualRows } from './VirtualRows.tsx'

interface Props<Row extends { id: string }, Sort extends string> {
  /** the name of the list */
  label: string
  request: ListRequest<Sort>
  /** asks for a page of what the request names */
  pageQuery: (asked: ListOrder<Sort> & { search: string; page: number; size?: number }) => PageQuery<Row>
  columns: ListColumns<Row, Sort>
  searchLabel: string
  /** the choice of a subscription, if the list can be of several */
  scope?: ReactNode
  /** by their names in the address */
  filters?: Record<string, ListFilter>
  /** what to know about the rows */
  note?: string
  /** reads what several cells of a row show */
  frame?: RowFrame<Row>
  /** reads again what the rows have read themselves */
  onRefresh?: () => void
  /** where several rows can be selected: the name of one, and the commands for those that are; `clear` selects none */
  selection?: { nameOf: (row: Row) => string; commands: (rows: readonly Row[], clear: () => void) => ReactNode }
  /** shown if Azure has none */
  empty: ComponentProps<typeof EmptyState>
}

/** A list that Azure searches, sorts and cuts into pages, in each of its states: on its way, failed, empty, there. */
export function ResourceList<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { label, request, pageQuery, columns, searchLabel, scope, filters = {}, empty } = props
  const texts = useBrowseTexts()
  const { search, sort, direction } = request
  const query = (place: PagePlace | { page: number }) => pageQuery({ search, sort, direction, ...place })
  const pages = useRowPages((page) => query({ page }))
  const selected = useRowSelection(pages, props.selection?.nameOf ?? (({ id }) => id))
  const selection = props.selection && selected
  const csv = useCsvDownload({ label, columns, pageQuery: query })
  const narrowing = ['search', ...Object.keys(filters).filter((name) => filters[name]?.any !== undefined)]
  const { root, width } = useWidth()
  const fitting = columnsThatFit(columns, selection ? width - checkWidth : width)
  const isNarrowed = narrowing.some((name) => request.filter(name) !== '')

  return (
    <Stack ref={root} gap="S" shrinks>
      <ListToolbar
        request={request}
        columns={columns}
        isOfCards={fitting === undefined}
        searchLabel={searchLabel}
        scope={scope}
        filters={filters}
      />
      {selected.rows.length > 0 ? (
        <SelectionStatus count={selected.rows.length} onClear={selected.clear}>
          {props.selection?.commands(selected.rows, selected.clear)}
        </SelectionStatus>
      ) : (
        <ListStatus
          total={pages.total}
          note={props.note}
          isFetching={pages.isFetching}
          onRefresh={() => {
            pages.refetch()
            props.onRefresh?.()
          }}
          progress={csv.progress}
          onDownload={csv.start}
          onCancel={csv.cancel}
        />
      )}
      {csv.error && <ProblemMessage error={csv.error} onRetry={csv.start} />}
      {pages.error !== null && <ProblemMessage error={pages.error} onRetry={pages.refetch} />}
      {pages.total === 0 && !isNarrowed && <EmptyState {...empty} />}
      {pages.total === 0 && isNarrowed && (
        <EmptyState
          icon={<SearchRegular />}
          title={texts.noneMatch}
          advice={texts.noneMatchAdvice}
          action={
            <Button onClick={() => request.change(Object.fromEntries(narrowing.map((name) => [name, ''])))}>
              {texts.clearFilters}
            </Button>
          }
        />
      )}
      {width > 0 && pages.total !== 0 && (pages.total !== undefined || pages.error === null) && (
        <VirtualRows
          label={label}
          request={request}
          columns={fitting ? columnsWithContent(fitting, pages.loaded) : columns}
          factsInLine={fitting ? undefined : factsThatFit(width)}
          pages={pages}
          selection={selection}
          frame={props.frame}
        />
      )}
    </Stack>
  )
}

const useStyles = makeStyles({
  search: { flexGrow: 2, flexShrink: 1, flexBasis: '200px', maxWidth: '420px' },
  filter: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '150px',
    minWidth: 0,
    maxWidth: '260px',
    '& > *': { width: '100%' },
  },
})

// Azure allows a user fifteen queries in five seconds: not one per keystroke.
const typingPauseMs = 300

interface ListToolbarProps<Row, Sort extends string> {
  request: ListRequest<Sort>
  columns: ListColumn<Row, Sort>[]
  /** cards have no headings to select */
  isOfCards: boolean
  searchLabel: string
  /** the choice of a subscription */
  scope: ReactNode
  /** by their names in the address */
  filters: Record<string, ListFilter>
}

/** Search, filters and, of cards, the order of a list: in one row where the window is wide. */
function ListToolbar<Row, Sort extends string>(props: ListToolbarProps<Row, Sort>) {
  const { request, columns, isOfCards, searchLabel, scope, filters } = props
  const styles = useStyles()
  return (
    <Stack row="wrap" gap="S" align="center">
      <TypedSearch
        className={styles.search}
        label={searchLabel}
        search={request.search}
        onSearch={(search) => request.change({ search })}
      />
      {scope !== undefined && <div className={styles.filter}>{scope}</div>}
      {Object.entries(filters).map(([name, filter]) => (
        <div key={name} className={styles.filter}>
          <FilterSelect {...filter} onChange={(value) => request.change({ [name]: value })} />
        </div>
      ))}
      {isOfCards && columns.some(({ sort }) => sort !== undefined) && (
        <div className={styles.filter}>
          <OrderSelect request={request} columns={columns} />
        </div>
      )}
    </Stack>
  )
}

interface TypedSearchProps {
  className: string
  label: string
  search: string
  onSearch: (search: string) => void
}

/** A search box that reports its text once the typing pauses. */
function TypedSearch({ className, label, search, onSearch }: TypedSearchProps) {
  const texts = useBrowseTexts()
  const [typed, setTyped] = useState(search)
  // Changed elsewhere, by a button or the way back: the box follows.
  const [shown, setShown] = useState(search)
  if (search !== shown) {
    setShown(search)
    if (search !== typed.trim()) setTyped(search)
  }
  const report = useEffectEvent(() => {
    if (typed.trim() !== search) onSearch(typed.trim())
  })
  useEffect(() => {
    const timer = setTimeout(() => report(), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <SearchBox
      className={className}
      aria-label={label}
      placeholder={label}
      maxLength={longestSearch}
      dismiss={{ 'aria-label': texts.clearSearch }}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
    />
  )
}

/** The order of cards. */
function OrderSelect<Row, Sort extends string>({
  request,
  columns,
}: Pick<ListToolbarProps<Row, Sort>, 'request' | 'columns'>) {
  const texts = useBrowseTexts()
  return (
    <Choice<string>
      aria-label={texts.sortBy}
      value={`${request.sort} ${request.direction}`}
      options={columns.flatMap(({ heading, wholeHeading = heading, sort }) =>
        sort === undefined
          ? []
          : [
              { value: `${sort} asc`, label: texts.ascending(wholeHeading) },
              { value: `${sort} desc`, label: texts.descending(wholeHeading) },
            ],
      )}
      onChoose={(value) => {
        const [sort = '', direction = ''] = value.split(' ')
        request.change({ sort, direction })
      }}
    />
  )
}

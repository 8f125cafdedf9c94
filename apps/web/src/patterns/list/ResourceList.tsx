import { Button } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import type { ComponentProps, ReactNode } from 'react'
import type { PageQuery } from '../../api/read.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import type { ListFilter } from './FilterSelect.tsx'
import { columnsThatFit, columnsWithContent, type ListColumns } from './list-column.ts'
import { ListStatus, SelectionStatus } from './ListStatus.tsx'
import { ListToolbar } from './ListToolbar.tsx'
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
  /** reads again what the cells have read themselves */
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
        />
      )}
    </Stack>
  )
}

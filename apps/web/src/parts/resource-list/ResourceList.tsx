import { Button, makeStyles } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import type { ComponentProps, ReactNode } from 'react'
import type { PageQuery } from '../../api/estate-queries.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import type { ListColumns } from './list-column.ts'
import { ListToolbar } from './ListToolbar.tsx'
import type { ListRequest } from './use-list-request.ts'
import { useRowPages } from './use-row-pages.ts'
import { VirtualRows } from './VirtualRows.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0 },
})

interface Props<Row extends { id: string }, Sort extends string> {
  /** the name of the list */
  label: string
  request: ListRequest<Sort>
  pageQuery: (page: number) => PageQuery<Row>
  columns: ListColumns<Row, Sort>
  searchLabel: string
  /** the choices that narrow the list, by the name of their filter */
  filters?: Record<string, ReactNode>
  /** shown if Azure has none */
  empty: ComponentProps<typeof EmptyState>
}

/** A list that Azure searches, sorts and cuts into pages, in each of its states: on its way, failed, empty, there. */
export function ResourceList<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { label, request, pageQuery, columns, searchLabel, filters = {}, empty } = props
  const styles = useStyles()
  const texts = useBrowseTexts()
  const pages = useRowPages(pageQuery)
  const narrowing = ['search', ...Object.keys(filters)]
  const isNarrowed = narrowing.some((name) => request.filter(name) !== '')

  return (
    <div className={styles.list}>
      <ListToolbar
        request={request}
        columns={columns}
        searchLabel={searchLabel}
        total={pages.total}
        isFetching={pages.isFetching}
        onRefresh={pages.refetch}
      >
        {Object.values(filters)}
      </ListToolbar>
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
      {pages.total !== 0 && (pages.total !== undefined || pages.error === null) && (
        <VirtualRows label={label} request={request} columns={columns} pages={pages} />
      )}
    </div>
  )
}

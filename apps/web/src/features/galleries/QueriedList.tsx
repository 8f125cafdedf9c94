import { Button, makeStyles, SearchBox } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState, type ComponentProps } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { ProblemMessage } from '../../ui/ProblemMessage.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  filter: { maxWidth: '320px' },
})

// Fewer rows are seen at a glance.
const filterFrom = 8

interface Props<Row> {
  /** what is listed */
  label: string
  query: UseQueryResult<Row[]>
  columns: [Column<Row>, ...Column<Row>[]]
  rowKey: (row: Row) => string
  /** what the filter looks into */
  rowText: (row: Row) => string
  /** what stands there when Azure has none */
  empty: ComponentProps<typeof EmptyState>
}

/** A list from Azure in each of its states: on its way, failed, empty, filtered, there. */
export function QueriedList<Row>({ label, query, columns, rowKey, rowText, empty }: Props<Row>) {
  const styles = useStyles()
  const { galleries } = useTexts()
  const [filter, setFilter] = useState('')
  if (query.isPending) return <LoadingRows rows={4} height={24} />
  const failure = query.isError && <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return failure
  if (query.data.length === 0) return <EmptyState {...empty} />
  const wanted = filter.trim().toLowerCase()
  const rows = query.data.filter((row) => rowText(row).toLowerCase().includes(wanted))
  return (
    <div className={styles.list}>
      {failure}
      {query.data.length >= filterFrom && (
        <SearchBox
          className={styles.filter}
          aria-label={galleries.filter}
          placeholder={galleries.filter}
          value={filter}
          onChange={(_, { value }) => setFilter(value)}
        />
      )}
      {rows.length > 0 ? (
        <DataTable label={label} columns={columns} rows={rows} rowKey={rowKey} />
      ) : (
        <EmptyState
          icon={<SearchRegular />}
          title={galleries.noneMatch}
          action={<Button onClick={() => setFilter('')}>{galleries.clearFilter}</Button>}
        />
      )}
    </div>
  )
}

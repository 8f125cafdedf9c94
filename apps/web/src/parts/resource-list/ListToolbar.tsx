import { Button, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { longestSearch } from '@portal/portal-api'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import type { ListColumn } from './list-column.ts'
import type { ListRequest } from './use-list-request.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  search: { flexGrow: 1, maxWidth: '360px', minWidth: '200px' },
  // Its place is there before the number.
  count: { marginLeft: 'auto', minWidth: '104px', textAlign: 'end', color: tokens.colorNeutralForeground3 },
  lag: { width: '100%', color: tokens.colorNeutralForeground3 },
})

// Azure allows a user fifteen queries in five seconds: not one per keystroke.
const typingPauseMs = 300

interface Props<Row, Sort extends string> {
  request: ListRequest<Sort>
  columns: ListColumn<Row, Sort>[]
  searchLabel: string
  /** undefined: not known yet */
  total: number | undefined
  isFetching: boolean
  onRefresh: () => void
  /** the choices that narrow the list */
  children: ReactNode
}

/**
 * Search, filters and, if the columns have no headings, the order of a list; its number of results, and when it was
 * read.
 */
export function ListToolbar<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { request, columns, searchLabel, total, isFetching, onRefresh, children } = props
  const styles = useStyles()
  const texts = useBrowseTexts()
  const { number } = useFormats()
  const narrow = useNarrow()
  return (
    <div className={styles.bar}>
      <TypedSearch
        className={styles.search}
        label={searchLabel}
        search={request.search}
        onSearch={(search) => request.change({ search })}
      />
      {children}
      {narrow && <OrderSelect request={request} columns={columns} />}
      <Button appearance="subtle" icon={<ArrowClockwiseRegular />} disabledFocusable={isFetching} onClick={onRefresh}>
        {texts.refresh}
      </Button>
      <Text role="status" className={styles.count}>
        {total === undefined ? '' : texts.count(total, number(total))}
      </Text>
      <Text size={200} className={styles.lag}>
        {texts.lag}
      </Text>
    </div>
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

/** The order, if cards have no headings to select. */
function OrderSelect<Row, Sort extends string>({ request, columns }: Pick<Props<Row, Sort>, 'request' | 'columns'>) {
  const texts = useBrowseTexts()
  return (
    <Select
      aria-label={texts.sortBy}
      value={`${request.sort} ${request.direction}`}
      onChange={(_, { value }) => {
        const [sort = '', direction = ''] = value.split(' ')
        request.change({ sort, direction })
      }}
    >
      {columns.flatMap(({ heading, sort }) =>
        sort === undefined
          ? []
          : [
              <option key={`${sort} asc`} value={`${sort} asc`}>
                {texts.ascending(heading)}
              </option>,
              <option key={`${sort} desc`} value={`${sort} desc`}>
                {texts.descending(heading)}
              </option>,
            ],
      )}
    </Select>
  )
}

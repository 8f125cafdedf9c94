import { makeStyles, SearchBox } from '@fluentui/react-components'
import { longestSearch } from '@portal/portal-api'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { FilterSelect, type ListFilter } from './FilterSelect.tsx'
import type { ListColumn } from './list-column.ts'
import { useBrowseTexts } from './texts/browse-texts.ts'
import type { ListRequest } from './use-list-request.ts'

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

interface Props<Row, Sort extends string> {
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
export function ListToolbar<Row, Sort extends string>(props: Props<Row, Sort>) {
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
function OrderSelect<Row, Sort extends string>({ request, columns }: Pick<Props<Row, Sort>, 'request' | 'columns'>) {
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

import { longestSearch } from '@portal/portal-api'
import { useSearchParams } from 'wouter'

/** The order of a list. */
export interface ListOrder<Sort extends string> {
  sort: Sort
  direction: 'asc' | 'desc'
}

/** The content of a list: search text, order, and filters by their names; blank or absent: all. */
export interface ListRequest<Sort extends string> extends ListOrder<Sort> {
  search: string
  filter: (name: string) => string
  /** replaces some of it; '' removes a filter */
  change: (changes: Record<string, string>) => void
}

/**
 * The request of the page's list. It is in the address, so that a link and the way back lead to the same rows.
 * `sorts` are the orders that there are, the others the one at first.
 */
export function useListRequest<Sort extends string>(
  sorts: readonly Sort[],
  initial: NoInfer<Sort>,
  initialDirection: ListOrder<Sort>['direction'] = 'asc',
): ListRequest<Sort> {
  const [query, setQuery] = useSearchParams()
  const asked = query.get('sort')
  const direction = query.get('direction')
  return {
    // An address can contain more than the list supports.
    search: (query.get('search') ?? '').slice(0, longestSearch),
    sort: sorts.find((sort) => sort === asked) ?? initial,
    direction: direction === 'asc' || direction === 'desc' ? direction : initialDirection,
    filter: (name) => query.get(name) ?? '',
    change: (changes) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') after.delete(name)
            else after.set(name, value)
          }
          return after
        },
        { replace: true },
      ),
  }
}

import { rowsPerPage } from '@portal/portal-api'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { PageQuery } from '../../api/read.ts'

/** The visible rows of a list, page by page. */
export function useRowPages<Row>(pageQuery: (page: number) => PageQuery<Row>) {
  // The first one has the total count.
  const [pages, setPages] = useState<readonly number[]>([0])
  const results = useQueries({ queries: pages.map(pageQuery) })
  const failed = results.find(({ isError }) => isError)
  return {
    total: results.find(({ data }) => data !== undefined)?.data?.total,
    error: failed?.error ?? null,
    isFetching: results.some(({ isFetching }) => isFetching),
    isPrevious: results.some(({ isPlaceholderData }) => isPlaceholderData),
    loaded: results.flatMap(({ data }) => data?.rows ?? []),
    rowAt: (index: number): Row | undefined =>
      results[pages.indexOf(Math.floor(index / rowsPerPage))]?.data?.rows[index % rowsPerPage],
    refetch: () => results.forEach((result) => void result.refetch()),
    /** from now on, the rows from `first` to `last` are needed */
    want: (first: number, last: number) => {
      const [from, to] = [Math.floor(first / rowsPerPage), Math.floor(last / rowsPerPage)]
      const wanted = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)])]
      if (wanted.join() !== pages.join()) setPages(wanted)
    },
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PageQuery } from '../../api/read.ts'
import { download } from '../../ui/download.ts'
import type { ListColumns } from './list-column.ts'
import { readAllRows, type PagePlace } from './read-all-rows.ts'
import { byteOrderMark, linesOfCsv } from './rows-as-csv.ts'
import { useBrowseTexts } from './texts/browse-texts.ts'

// Resource Graph allows a user fifteen queries in five seconds: some are left for the pages.
const pauseMs = 500

interface List<Row extends { id: string }, Sort extends string> {
  label: string
  columns: ListColumns<Row, Sort>
  pageQuery: (place: PagePlace) => PageQuery<Row>
}

/** How far a download is; `total` is undefined until the first page has arrived. */
export type CsvProgress = { read: number; total?: number }

/** Saves all rows of a list as a CSV file, in the language shown. */
export function useCsvDownload<Row extends { id: string }, Sort extends string>(list: List<Row, Sort>) {
  const { csv } = useBrowseTexts()
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<CsvProgress>()
  const [error, setError] = useState<Error>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function start() {
    const { label, columns, pageQuery } = list
    const abort = new AbortController()
    running.current = abort
    setError(undefined)
    setProgress({ read: 0 })
    const parts = [
      byteOrderMark,
      linesOfCsv([[...columns.map(({ heading, wholeHeading = heading }) => wholeHeading), csv.resourceId]]),
    ]
    let read = 0
    try {
      await readAllRows({
        read: (place) => queryClient.fetchQuery({ ...pageQuery(place), staleTime: 0, gcTime: 0 }),
        onRows: (rows, total) => {
          read += rows.length
          parts.push(linesOfCsv(rows.map((row) => [...columns.map(({ text }) => text(row)), row.id])))
          if (!abort.signal.aborted) setProgress({ read, total })
        },
        pause: () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
        signal: abort.signal,
      })
      if (!abort.signal.aborted) download(`${label}.csv`, parts, 'text/csv')
    } catch (failure) {
      if (!abort.signal.aborted) setError(failure instanceof Error ? failure : new Error(String(failure)))
    }
    if (running.current === abort) setProgress(undefined)
  }

  return {
    progress,
    error,
    start: () => void start(),
    cancel: () => {
      running.current?.abort()
      setProgress(undefined)
    },
  }
}

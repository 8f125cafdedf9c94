import { mostRowsPerPage } from '@portal/portal-api'

/** A page of a list, and how many rows there are. */
interface Page<Row> {
  total: number
  rows: Row[]
}

/** Which rows of a list are read. */
export interface PagePlace {
  page: number
  size: number
}

interface Reading<Row> {
  read: (place: PagePlace) => Promise<Page<Row>>
  /** called with the rows of each page, and how many there are */
  onRows: (rows: Row[], total: number) => void
  /** waits until the next query may be sent */
  pause: () => Promise<void>
  signal: AbortSignal
}

/**
 * Reads all rows of a list, page by page, each row once although rows might come and go meanwhile. Ends early once
 * `signal` is aborted. Throws what `read` throws.
 */
export async function readAllRows<Row extends { id: string }>({
  read,
  onRows,
  pause,
  signal,
}: Reading<Row>): Promise<void> {
  const known = new Set<string>()
  for (let page = 0; !signal.aborted; page += 1) {
    const { total, rows } = await read({ page, size: mostRowsPerPage })
    const added = rows.filter(({ id }) => !known.has(id))
    for (const { id } of added) known.add(id)
    onRows(added, total)
    if (rows.length < mostRowsPerPage) return
    await pause()
  }
}

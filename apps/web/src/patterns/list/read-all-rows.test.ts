import { mostRowsPerPage } from '@portal/portal-api'
import { expect, it, vi } from 'vitest'
import { readAllRows, type PagePlace } from './read-all-rows.ts'

const all = Array.from({ length: 2_500 }, (_, index) => ({ id: `row-${index}` }))
const pageOf = ({ page, size }: PagePlace) =>
  Promise.resolve({ total: all.length, rows: all.slice(page * size, (page + 1) * size) })
const pause = () => Promise.resolve()

it('reads as many rows at once as Azure allows, and pauses between the queries', async () => {
  const read = vi.fn(pageOf)
  const pauses = vi.fn(pause)
  const rows: string[] = []
  await readAllRows({
    read,
    onRows: (found) => rows.push(...found.map(({ id }) => id)),
    pause: pauses,
    signal: new AbortController().signal,
  })
  expect(rows).toEqual(all.map(({ id }) => id))
  expect(read.mock.calls.map(([place]) => place)).toEqual([0, 1, 2].map((page) => ({ page, size: mostRowsPerPage })))
  expect(pauses).toHaveBeenCalledTimes(2)
})

it('has a row once that has moved to another page meanwhile', async () => {
  const rows: string[] = []
  await readAllRows({
    // a new first row moves all others back by one
    read: ({ page, size }) => pageOf({ page, size }).then((found) => ({ ...found, rows: moved(found.rows, page) })),
    onRows: (found) => rows.push(...found.map(({ id }) => id)),
    pause,
    signal: new AbortController().signal,
  })
  expect(new Set(rows).size).toBe(rows.length)
})

function moved(rows: { id: string }[], page: number) {
  const [last] = all.slice(page * mostRowsPerPage - 1, page * mostRowsPerPage)
  return last === undefined ? rows : [last, ...rows.slice(0, -1)]
}

it('sends no more queries once it is stopped', async () => {
  const abort = new AbortController()
  const read = vi.fn(pageOf)
  await readAllRows({ read, onRows: () => abort.abort(), pause, signal: abort.signal })
  expect(read).toHaveBeenCalledOnce()
})

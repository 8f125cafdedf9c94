import { rowsPerPage, type PostureGroup } from '@portal/portal-api'
import { rowsBy, type Grouping, type PostureRow } from './posture-rows.ts'

/** The orders of a table of figures. */
export const postureSorts = [
  'name',
  'platform',
  'customer',
  'double',
  'confidential',
  'mixed',
  'unknown',
  'total',
] as const
export type PostureSort = (typeof postureSorts)[number]

export interface NamedPostureRow extends PostureRow {
  name: string
}

interface Wanted {
  by: Grouping
  nameOf: (id: string) => string
  search: string
  sort: PostureSort
  direction: 'asc' | 'desc'
  page: number
  size?: number
}

/** A page of the rows whose name contains the search, in order; ages by their length. */
export function namedRows(groups: readonly PostureGroup[], wanted: Wanted): { total: number; rows: NamedPostureRow[] } {
  const { by, nameOf, search, sort, direction, page, size = rowsPerPage } = wanted
  const sign = direction === 'asc' ? 1 : -1
  const rows = rowsBy(groups, by)
    .map((row) => ({ ...row, name: nameOf(row.id) }))
    .filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  const ranks = new Map(rows.map(({ id }, index) => [id, index]))
  const rankOf = ({ id }: PostureRow) => ranks.get(id) ?? 0
  const differenceOf = (one: NamedPostureRow, other: NamedPostureRow) => {
    if (sort === 'name') return by === 'age' ? rankOf(one) - rankOf(other) : one.name.localeCompare(other.name)
    return sort === 'total' ? one.total - other.total : one.counts[sort] - other.counts[sort]
  }
  const sorted = rows.toSorted((one, other) => sign * differenceOf(one, other) || one.name.localeCompare(other.name))
  return { total: sorted.length, rows: sorted.slice(page * size, (page + 1) * size) }
}

import type { PostureGroup } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { namedRows } from './named-rows.ts'

const groups = [
  ['westus', 'older', 'customer', 2],
  ['eastus', 'month', 'platform', 3],
  ['westeurope', 'year', 'platform', 1],
].map(([location, age, encryption, count]): PostureGroup => {
  const place = { galleryId: 'g', subscriptionId: 's' }
  return { ...place, location, age, encryption, count } as PostureGroup
})
const asked = { nameOf: (id: string) => id.toUpperCase(), search: '', direction: 'asc', page: 0 } as const
const ids = (wanted: Omit<Parameters<typeof namedRows>[1], keyof typeof asked> & Partial<typeof asked>) =>
  namedRows(groups, { ...asked, ...wanted }).rows.map(({ id }) => id)

it('sorts places by name, and ages by their length', () => {
  expect(ids({ by: 'region', sort: 'name' })).toEqual(['eastus', 'westeurope', 'westus'])
  expect(ids({ by: 'age', sort: 'name' })).toEqual(['month', 'year', 'older'])
})

it('sorts by a figure, then by name', () => {
  expect(ids({ by: 'region', sort: 'customer' })).toEqual(['eastus', 'westeurope', 'westus'])
  expect(ids({ by: 'region', sort: 'total' })).toEqual(['westeurope', 'westus', 'eastus'])
})

it('has the rows whose name contains the search, page by page', () => {
  const west = { ...asked, by: 'region', sort: 'name', search: ' WEST' } as const
  expect(namedRows(groups, west)).toMatchObject({ total: 2, rows: [{ name: 'WESTEUROPE' }, { name: 'WESTUS' }] })
  expect(namedRows(groups, { ...west, page: 1, size: 1 })).toMatchObject({ total: 2, rows: [{ name: 'WESTUS' }] })
})

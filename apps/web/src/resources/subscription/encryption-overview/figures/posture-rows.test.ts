import type { PostureGroup } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { countsOf, rowsBy } from './posture-rows.ts'

const group = (changed: Partial<PostureGroup>): PostureGroup => ({
  galleryId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/one',
  subscriptionId: 's',
  location: 'westus',
  age: 'older',
  encryption: 'customer',
  count: 1,
  ...changed,
})
const groups = [
  group({ count: 2 }),
  group({ encryption: 'platform', count: 3, age: 'month' }),
  group({ galleryId: group({}).galleryId.toUpperCase(), location: 'eastus', age: 'unknown' }),
]

it('adds up the groups of a place, with each encryption', () => {
  expect(
    rowsBy(groups, 'region').map(({ id, total, counts }) => [id, total, counts.platform, counts.customer]),
  ).toEqual([
    ['westus', 5, 3, 2],
    ['eastus', 1, 0, 1],
  ])
})

it('has one row for a gallery, however its ID is written', () => {
  expect(rowsBy(groups, 'gallery')).toMatchObject([{ id: group({}).galleryId, total: 6 }])
})

it('has the ages from the youngest on', () => {
  expect(rowsBy(groups, 'age').map(({ id }) => id)).toEqual(['month', 'older', 'unknown'])
})

it('counts each encryption over all groups', () => {
  expect(countsOf(groups)).toEqual({ platform: 3, customer: 3, double: 0, confidential: 0, mixed: 0, unknown: 0 })
})

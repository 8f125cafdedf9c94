import type { PostureGroup, PostureLimits } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'

const [a, b] = ['c0470500-0000-4000-8000-00000000a001', 'c0470500-0000-4000-8000-00000000a002']
const mine = { subscriptionId: a.toUpperCase(), displayName: 'Mine', tenantId: 't' }
const limits: PostureLimits = { unreadSets: [], covered: [{ subscriptionId: a, resourceGroups: 2 }], queries: [] }
const machine = (changed: Partial<PostureGroup>): PostureGroup => ({
  galleryId: `/subscriptions/${a}/resourceGroups/g/providers/Microsoft.Compute/galleries/one`,
  subscriptionId: a,
  location: 'westus',
  age: 'older',
  encryption: 'customer',
  count: 2,
  ...changed,
})

it('is whole where everything that is referred to can be read', () => {
  expect(coverageOf([mine], limits, [{ groups: [machine({})] }])).toEqual({ included: 1, gaps: [], isPartial: false })
})

it('lacks a subscription that sets or galleries are in and that the user cannot see', () => {
  const unreadSets = [{ subscriptionId: b, sets: 1, imageVersions: 5 }]
  const elsewhere = machine({ galleryId: machine({}).galleryId.replace(a, b) })
  expect(coverageOf([mine], { ...limits, unreadSets }, [{ groups: [elsewhere] }])).toEqual({
    included: 1,
    gaps: [{ kind: 'hidden', subscriptionId: b, count: 3 }],
    isPartial: true,
  })
})

it('lacks the sets and the disks that the user cannot read in a subscription that they see', () => {
  const unreadSets = [{ subscriptionId: a, sets: 4, imageVersions: 5 }]
  const { gaps } = coverageOf([mine], { ...limits, unreadSets }, [{ groups: [machine({ encryption: 'unknown' })] }])
  expect(gaps).toEqual([
    { kind: 'unreadSets', subscriptionId: a, count: 4 },
    { kind: 'unreadDisks', subscriptionId: a, count: 2 },
  ])
})

it('lacks a subscription that Resource Graph does not return', () => {
  expect(coverageOf([mine], { ...limits, covered: [] }, []).gaps).toEqual([
    { kind: 'notCovered', subscriptionId: a, count: 0 },
  ])
})

it('might lack something in a subscription without resource groups', () => {
  const covered = [{ subscriptionId: a, resourceGroups: 0 }]
  expect(coverageOf([mine], { ...limits, covered }, [])).toEqual({
    included: 1,
    gaps: [{ kind: 'noGroups', subscriptionId: a, count: 0 }],
    isPartial: false,
  })
})

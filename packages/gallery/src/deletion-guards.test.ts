import { expect, it } from 'vitest'
import {
  deletionGuards,
  isDeletionBlocked,
  isSoftDeleted,
  restorableUntil,
  type DeletionFacts,
} from './deletion-guards.ts'

const free: DeletionFacts = {
  provisioningState: 'Succeeded',
  childNames: [],
  deletedVersionNames: [],
  blockDeletionBeforeEndOfLife: false,
  locksReplicatedLocations: false,
  locks: [],
  now: '2026-11-24T10:00:00Z',
}

it.each<[string, Partial<DeletionFacts>, string[]]>([
  ['what is free', {}, []],
  ['what has failed', { provisioningState: 'Failed' }, []],
  ['what Azure is at work on', { provisioningState: 'Updating' }, ['UnderWay']],
  ['a gallery with image definitions', { childNames: ['ubuntu-web'] }, ['NestedResources']],
  ['a definition with deleted versions', { deletedVersionNames: ['1.0.0'] }, ['DeletedVersions']],
  [
    'a failed version while soft delete is on',
    { provisioningState: 'Failed', softDeletePolicy: { isSoftDeleteEnabled: true } },
    ['FailedUnderSoftDelete'],
  ],
  [
    'a failed version once soft delete is off',
    { provisioningState: 'Failed', softDeletePolicy: { isSoftDeleteEnabled: false } },
    [],
  ],
  ['a version before its end of life, but not blocked', { endOfLifeDate: '2027-01-01T00:00:00Z' }, []],
  ['what is locked, at whatever level', { locks: [{ scope: '/subscriptions/s', level: 'ReadOnly' }] }, ['Locked']],
  [
    'a version blocked before its end of life',
    { endOfLifeDate: '2027-01-01T00:00:00Z', blockDeletionBeforeEndOfLife: true },
    ['BeforeEndOfLife'],
  ],
  [
    'a version blocked until an end of life that has passed',
    { endOfLifeDate: '2026-11-24T10:00:00Z', blockDeletionBeforeEndOfLife: true },
    [],
  ],
])('guards %s', (_, facts, guards) => {
  expect(deletionGuards({ ...free, ...facts })).toEqual(guards)
  expect(isDeletionBlocked(deletionGuards({ ...free, ...facts }))).toBe(guards.length > 0)
})

it('tells of locked locations without standing in the way', () => {
  const guards = deletionGuards({ ...free, locksReplicatedLocations: true })
  expect(guards).toEqual(['ReplicatedLocationsLocked'])
  expect(isDeletionBlocked(guards)).toBe(false)
})

it('tells until when a deletion can be undone: retention and grace from now', () => {
  const softDeletePolicy = { isSoftDeleteEnabled: true, retentionPeriodInDays: 10, gracePeriodInDays: 5 }
  expect(restorableUntil({ ...free, softDeletePolicy })).toBe('2026-12-09T10:00:00.000Z')
  expect(restorableUntil({ ...free, softDeletePolicy: { ...softDeletePolicy, isSoftDeleteEnabled: false } })).toBe(
    undefined,
  )
  expect(restorableUntil(free)).toBeUndefined()
})

it('knows that it can be undone, though Azure says no periods', () => {
  const facts = { ...free, softDeletePolicy: { isSoftDeleteEnabled: true } }
  expect([isSoftDeleted(facts), restorableUntil(facts)]).toEqual([true, undefined])
})

import { expect, it } from 'vitest'
import { deletionGuards, isDeletionBlocked, type DeletionFacts } from './deletion-guards.ts'

const free: DeletionFacts = {
  provisioningState: 'Succeeded',
  childNames: [],
  blockDeletionBeforeEndOfLife: false,
  locksReplicatedLocations: false,
  now: '2026-11-24T10:00:00Z',
}

it.each<[string, Partial<DeletionFacts>, string[]]>([
  ['what is free', {}, []],
  ['what has failed', { provisioningState: 'Failed' }, []],
  ['what Azure is at work on', { provisioningState: 'Updating' }, ['UnderWay']],
  ['a gallery with image definitions', { childNames: ['ubuntu-web'] }, ['NestedResources']],
  ['a version before its end of life, but not blocked', { endOfLifeDate: '2027-01-01T00:00:00Z' }, []],
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

import { describe, expect, it } from 'vitest'
import {
  failedRegions,
  isSettled,
  overallProgress,
  type RegionReplication,
  type ReplicatedRegion,
} from './replication.ts'

const region = (state: RegionReplication['state'], progress: number): ReplicatedRegion => ({
  replication: { state, progress },
})
const done = region('Completed', 100)
const half = region('Replicating', 50)
const gone = region('Failed', 30)

describe('isSettled', () => {
  it.each<[string, ReplicatedRegion[], boolean]>([
    ['Creating', [done, half], false],
    ['Creating', [done], false],
    ['Updating', [done, done], false],
    ['Deleting', [done], false],
    ['Migrating', [done], false],
    ['Succeeded', [done, done], true],
    ['Succeeded', [done, gone], true],
    ['Succeeded', [done, half], false],
    ['Succeeded', [done, {}], false],
    ['Succeeded', [done, region('Unknown', 0)], false],
    ['Failed', [gone, half], true],
  ])('%s with %j: %s', (state, regions, settled) => {
    expect(isSettled(state, regions)).toBe(settled)
  })
})

describe('overallProgress', () => {
  it.each<[string, ReplicatedRegion[], number]>([
    ['no regions', [], 0],
    ['each region counting alike', [done, half], 75],
    ['a region Azure does not speak of yet', [done, {}], 50],
    ['a failed region where it stopped', [done, gone], 65],
    ['a completed region whose progress lags', [region('Completed', 0)], 100],
    ['never 100 while a region is not done', [done, region('Replicating', 100)], 99],
    ['progress out of bounds', [region('Replicating', 140), region('Replicating', -20)], 50],
    ['all done', [done, done], 100],
  ])('%s', (_, regions, progress) => {
    expect(overallProgress(regions)).toBe(progress)
  })
})

it('picks the regions that failed', () => {
  const regions = [done, half, gone, {}]
  expect(failedRegions(regions)).toEqual([gone])
})

import { describe, expect, it } from 'vitest'
import { regions } from '../../../regions.ts'
import { planReplication, replicationEnd, replicationStatusAt } from './replication.ts'

const none = new Map<string, string>()

describe('replication', () => {
  it('takes each region its own time, the home region first and all of them within 421 s', () => {
    const names = regions.map(({ name }) => name)
    const planned = planReplication({ homeRegion: 'westus', regions: names, startedAt: 1000, failures: none })
    const { westus, ...others } = planned
    expect(westus).toEqual({ startedAt: 1000, endsAt: 241_000 })
    const ends = Object.values(others).map(({ endsAt }) => endsAt)
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(301_000)
    expect(replicationEnd(1000, planned)).toBeLessThanOrEqual(422_000)
    expect(new Set(ends).size).toBeGreaterThan(40)
    expect(planReplication({ homeRegion: 'westus', regions: names, startedAt: 1000, failures: none })).toEqual(planned)
  })

  it('never goes back, and says 100 only of a region that is done', () => {
    const planned = planReplication({
      homeRegion: 'westus',
      regions: ['westus', 'uksouth'],
      startedAt: 0,
      failures: none,
    })
    let before = [0, 0]
    for (let now = 0; now <= 430_000; now += 5000) {
      const { summary } = replicationStatusAt(now, ['West US', 'UK South'], planned)
      const progress = summary.map((region) => region.progress)
      expect(progress.every((value, index) => value >= (before[index] ?? 0))).toBe(true)
      expect(summary.every(({ state, progress: value }) => (state === 'Completed') === (value === 100))).toBe(true)
      before = progress
    }
    expect(before).toEqual([100, 100])
  })

  it('tries a failed region again, and leaves the others as they are', () => {
    const failures = new Map([['uksouth', 'broken']])
    const order = { homeRegion: 'westus', regions: ['westus', 'uksouth'] }
    const stored = planReplication({ ...order, startedAt: 0, failures })
    const again = planReplication({ ...order, startedAt: 900_000, stored, failures: none })
    expect(again['westus']).toBe(stored['westus'])
    expect(again['uksouth']).toMatchObject({ startedAt: 900_000 })
    expect(again['uksouth']).not.toHaveProperty('failure')
  })
})

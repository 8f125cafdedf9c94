import { describe, expect, it } from 'vitest'
import { remainingTimes, type ReplicationSeen } from './remaining-time.ts'

const minute = 60_000

/** A response every minute; for each region its progress in each of them. */
function seen(regions: Record<string, number[]>): ReplicationSeen[] {
  const count = Math.max(...Object.values(regions).map(({ length }) => length))
  return Array.from({ length: count }, (_, index) => ({
    asOf: new Date(index * minute).toISOString(),
    targetRegions: Object.entries(regions).flatMap(([name, { [index]: progress }]) =>
      progress === undefined
        ? []
        : [{ name, replication: { state: progress === 100 ? 'Completed' : 'Replicating', progress } as const }],
    ),
  }))
}

describe('what a replication still takes', () => {
  it.each([
    ['two answers: at their pace', [10, 30], 3.5 * minute],
    ['many answers: at the pace of all', [0, 10, 10, 30], 7 * minute],
    ['only the latest replication counts', [50, 90, 0, 25], 3 * minute],
  ])('%s', (_, westus, milliseconds) => {
    expect(remainingTimes(seen({ westus })).byRegion.get('westus')).toBe(milliseconds)
  })

  it.each([
    ['there was one answer', [40]],
    ['nothing has moved', [40, 40]],
    ['it has just begun anew', [40, 90, 0]],
    ['it is done', [40, 100]],
  ])('is not claimed where %s', (_, westus) => {
    expect(remainingTimes(seen({ westus }))).toEqual({ all: undefined, byRegion: new Map() })
  })

  it('is that of the slowest region, of all of them', () => {
    expect(remainingTimes(seen({ westus: [50, 100], eastus2: [0, 50], japaneast: [0, 10] })).all).toBe(9 * minute)
  })

  it('is not known of all while one region has no pace', () => {
    expect(remainingTimes(seen({ westus: [0, 0], eastus2: [0, 50] })).all).toBeUndefined()
  })
})

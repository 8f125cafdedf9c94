import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCandidate } from '../testing/latest.ts'
import { latestIssues, latestUpdates, withLatestUpdates } from './latest-change.ts'
import { isExcludedIn, latestIn, type LatestCandidate } from './latest-version.ts'

const regions = ['eastus2', 'westeurope', 'westus']
const older = aCandidate('1.9.0', regions)
const revoked = aCandidate('1.8.0', regions, { isRevoked: true })
const newer = aCandidate('1.10.0', regions, { excludeFromLatest: true })

const gives = (versions: LatestCandidate[]) => regions.map((region) => latestIn(versions, region)?.name)
const after = (versions: LatestCandidate[], wanted: Parameters<typeof latestUpdates>[1]) =>
  withLatestUpdates(versions, latestUpdates(versions, wanted))

describe('latestIn', () => {
  it.each([
    ['the highest number, not the last text', [older, aCandidate('1.10.0', regions)], '1.10.0'],
    ['not what is excluded everywhere', [older, newer], '1.9.0'],
    ['not what is excluded there', [older, aCandidate('2.0.0', ['!westus', 'eastus2'])], '1.9.0'],
    ['not what is elsewhere', [older, aCandidate('2.0.0', ['eastus2'])], '1.9.0'],
    ['not what has failed', [older, aCandidate('2.0.0', regions, { provisioningState: 'Failed' })], '1.9.0'],
    ['nothing where all are excluded', [newer], undefined],
  ])('gives %s', (_, versions, name) => {
    expect(latestIn(versions, 'West US')?.name).toBe(name)
  })

  it('waits until the version is replicated to the region', () => {
    const [first, ...rest] = newer.regions.map((region) => ({ ...region, isReplicated: false }))
    const creating = { ...newer, excludeFromLatest: false, provisioningState: 'Creating' }
    const half = { ...creating, regions: [...(first ? [{ ...first, isReplicated: true }] : []), ...rest] }
    expect(gives([older, half])).toEqual(['1.10.0', '1.9.0', '1.9.0'])
  })
})

describe('a promotion', () => {
  it('everywhere takes the flag of the version away, and nothing else', () => {
    const updates = latestUpdates([newer, older], { id: newer.id, regions, excludesPredecessor: false })
    expect(updates).toMatchObject([
      { name: '1.10.0', flag: 'include', regions, change: { excludeFromLatest: false, changedRegions: [] } },
    ])
  })

  it('in some regions leaves the version excluded in the others, by flags of their own', () => {
    const wanted = { id: newer.id, regions: ['West US', 'eastus2'], excludesPredecessor: false }
    const [update] = latestUpdates([newer, older], wanted)
    expect(update?.change.changedRegions).toEqual([
      { name: 'westeurope', regionalReplicaCount: null, excludeFromLatest: true },
    ])
    expect(gives(after([newer, older], wanted))).toEqual(['1.10.0', '1.9.0', '1.10.0'])
  })

  it('excludes the predecessor after it, in those regions', () => {
    const wanted = { id: newer.id, regions: ['westus'], excludesPredecessor: true }
    expect(latestUpdates([newer, older], wanted).map(({ name, flag }) => [name, flag])).toEqual([
      ['1.10.0', 'include'],
      ['1.9.0', 'exclude'],
    ])
    const excluded = after([newer, older], wanted).find(({ name }) => name === '1.9.0')
    expect(regions.map((region) => excluded && isExcludedIn(excluded, region))).toEqual([false, false, true])
  })

  it.each([
    ['a region that it has not reached', { regions: ['japaneast'] }, ['LatestNotReplicated']],
    ['no region', { regions: [] }, ['LatestRegionRequired']],
    ['no version of the definition', { id: `${older.id}0` }, ['LatestVersionNotFound']],
    ['what is the latest already', { id: older.id }, ['NothingToChange']],
    ['a version that was revoked', { id: revoked.id }, ['LatestVersionRevoked']],
  ])('is not for %s', (_, over, codes) => {
    const wanted = { id: newer.id, regions, excludesPredecessor: false, ...over }
    expect(latestIssues([newer, older, revoked], wanted).map(({ code }) => code)).toEqual(codes)
  })

  it('waits for an operation on any of its versions', () => {
    const busy = { ...older, provisioningState: 'Updating' }
    const wanted = { id: newer.id, regions, excludesPredecessor: true }
    expect(latestIssues([newer, busy], wanted).map(({ code }) => code)).toEqual(['VersionBusy'])
    expect(latestIssues([newer, busy], { ...wanted, excludesPredecessor: false })).toEqual([])
  })
})

describe('a roll back', () => {
  const current = { ...newer, excludeFromLatest: false }

  it('includes the one before first, so that there is a latest at any time', () => {
    const before = aCandidate(
      '1.9.0',
      regions.map((region) => `!${region}`),
    )
    const wanted = { id: before.id, regions: ['westus'], excludesPredecessor: false }
    expect(latestUpdates([current, before], wanted).map(({ name, flag }) => [name, flag])).toEqual([
      ['1.9.0', 'include'],
      ['1.10.0', 'exclude'],
    ])
    expect(gives(after([current, before], wanted))).toEqual(['1.10.0', '1.10.0', '1.9.0'])
  })

  it('over several versions excludes the lower ones first, so that none of them is the latest in between', () => {
    const highest = aCandidate('2.0.0', regions)
    const wanted = { id: older.id, regions, excludesPredecessor: false }
    expect(latestUpdates([highest, current, older], wanted).map(({ name }) => name)).toEqual(['1.10.0', '2.0.0'])
  })
})

const someVersions = fc
  .uniqueArray(fc.tuple(fc.nat(3), fc.nat(12)), { minLength: 1, maxLength: 6, selector: String })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map(([major, minor]) =>
        fc
          .record({
            excludeFromLatest: fc.boolean(),
            provisioningState: fc.constantFrom('Succeeded', 'Failed'),
            in: fc.array(fc.record({ isIn: fc.boolean(), out: fc.boolean() }), { minLength: 3, maxLength: 3 }),
          })
          .map(({ in: places, ...over }) => {
            const there = regions.flatMap((region, index) => {
              const place = places[index]
              return place?.isIn === true ? [`${place.out ? '!' : ''}${region}`] : []
            })
            return aCandidate(`${major}.${minor}.0`, there, over)
          }),
      ),
    ),
  )

it('whatever the versions: latest is the wanted one after it, and unchanged elsewhere', () => {
  fc.assert(
    fc.property(
      someVersions,
      fc.nat(),
      fc.subarray(regions, { minLength: 1 }),
      fc.boolean(),
      (versions, pick, chosen, excludesPredecessor) => {
        const id = versions[pick % versions.length]?.id ?? ''
        const wanted = { id, regions: chosen, excludesPredecessor }
        fc.pre(latestIssues(versions, wanted).length === 0)
        const updates = latestUpdates(versions, wanted)
        // A step of many: at no time is there no latest where there was one, or a third version where it is changed.
        let so = versions
        for (const update of updates) {
          so = withLatestUpdates(so, [update])
          for (const region of regions) {
            const allowed = [latestIn(versions, region)?.id, ...(chosen.includes(region) ? [id] : [])]
            expect(allowed).toContain(latestIn(so, region)?.id)
          }
        }
        for (const region of chosen) expect(latestIn(so, region)?.id).toBe(id)
      },
    ),
    { numRuns: 1000 },
  )
})

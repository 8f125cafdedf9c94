import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRetainedVersion } from '../testing/retained.ts'
import type { RetentionRule } from './retention-rule.ts'
import { decisions, type RetainedVersion } from './retention.ts'

// How many worlds in which something is deleted. 10,000 once: RETENTION_WORLDS=10000
const numRuns = Number(process.env['RETENTION_WORLDS'] ?? 200)
const now = '2026-06-01T00:00:00Z'
const regionNames = ['eastus', 'westeurope', 'westus']

const flag = fc.boolean()
// Seldom enough that most versions have one reason to stay or none: a second one would hide the lack of the first.
const rarely = fc.nat(8).map((one) => one === 0)

/** A version as it really is; `isHidden`: what uses it is where the user sees nothing. */
interface RealVersion {
  version: RetainedVersion
  isHidden: boolean
}

const version = fc
  .record({
    number: fc.tuple(fc.nat(2), fc.nat(12), fc.nat(2)),
    provisioningState: fc.constantFrom('Succeeded', 'Succeeded', 'Succeeded', 'Creating', 'Updating', 'Failed'),
    excludeFromLatest: rarely,
    isRevoked: rarely,
    isLocked: rarely,
    isBlocked: rarely,
    isInCampaign: rarely,
    isKept: rarely,
    isUsed: rarely,
    isSource: rarely,
    isHidden: flag,
    days: fc.option(fc.nat(300), { nil: undefined }),
    regions: fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...regionNames), excludeFromLatest: rarely, replicas: fc.nat(3) }),
      {
        selector: ({ name }) => name,
        minLength: 1,
      },
    ),
  })
  .map(
    ({ number, isRevoked, isLocked, isBlocked, isKept, isUsed, isSource, isHidden, days, ...facts }): RealVersion => ({
      isHidden,
      version: aRetainedVersion(number.join('.'), {
        ...facts,
        publishedDate: days === undefined ? undefined : new Date(Date.parse(now) - days * 86_400_000).toISOString(),
        tags: { ...(isRevoked && { 'image-revoked': now }), ...(isKept && { keep: '' }) },
        locks: isLocked ? [{ scope: '/subscriptions/s', level: 'CanNotDelete' }] : [],
        ...(isBlocked && { blockDeletionBeforeEndOfLife: true, endOfLifeDate: '2027-01-01T00:00:00Z' }),
        usedBy: isUsed ? ['/machine'] : [],
        sourceOf: isSource ? ['/version'] : [],
      }),
    }),
  )

const rule: fc.Arbitrary<RetentionRule> = fc
  .record({
    keepNewest: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    keepDays: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    only: fc.constantFrom({}, {}, {}, { version: '1.*' }, { isRevoked: true as const }, { isExcluded: true as const }),
  })
  .map(({ keepNewest, keepDays, only }) => ({
    name: 'any',
    ...(keepNewest !== undefined && { keepNewest }),
    keepDays: keepNewest === undefined ? (keepDays ?? 1) : keepDays,
    only,
    keepTag: 'keep',
  }))

/** What another client does between two requests of the clean-up. */
const change = fc.record({
  at: fc.nat(30),
  kind: fc.constantFrom('use', 'exclude', 'include', 'fail', 'delete', 'lock', 'update', 'finish'),
})

function changed({ version: before, isHidden }: RealVersion, kind: string): RealVersion | undefined {
  const over: Record<string, Partial<RetainedVersion>> = {
    use: { usedBy: ['/machine'] },
    exclude: { excludeFromLatest: true },
    include: { excludeFromLatest: false },
    fail: { provisioningState: 'Failed' },
    lock: { locks: [{ scope: before.id, level: 'ReadOnly' }] },
    update: { provisioningState: 'Updating' },
    finish: { provisioningState: 'Succeeded' },
  }
  return kind === 'delete' ? undefined : { isHidden, version: { ...before, ...over[kind] } }
}

/** What the user sees: without the uses in a subscription that is hidden from them. */
const seen = (world: RealVersion[], isPartial: boolean) =>
  world.map(({ version: real, isHidden }) => ({
    ...real,
    ...(isPartial && { unseen: ['Production'] }),
    ...(isPartial && isHidden && { usedBy: [] }),
  }))

/** By its own count, not by the domain's: the highest number of a region that a machine could get. */
function latestNumber(world: RealVersion[], region: string): string | undefined {
  let best: number[] | undefined
  for (const { version: one } of world) {
    const target = one.regions.find(({ name }) => name === region)
    if (one.provisioningState !== 'Succeeded' && one.provisioningState !== 'Updating') continue
    if (target === undefined || target.excludeFromLatest || one.excludeFromLatest) continue
    const parts = (one.id.split('/').at(-1) ?? '').split('.').map(Number)
    const place = parts.findIndex((part, index) => part !== best?.[index])
    if (best === undefined || (place !== -1 && (parts[place] ?? 0) > (best[place] ?? 0))) best = parts
  }
  return best?.join('.')
}

describe('in any world, at any interleaving with another client', () => {
  it('no rule deletes what something was made from, or changes what latest gives', () => {
    const worlds = fc.record({
      versions: fc.uniqueArray(version, { selector: ({ version: { id } }) => id, minLength: 1, maxLength: 14 }),
      rule,
      isPartial: fc.nat(2).map((one) => one === 0),
      changes: fc.array(change, { maxLength: 12 }),
    })
    fc.assert(
      fc.property(worlds, ({ versions, rule: asked, isPartial, changes }) => {
        let world = versions
        let deleted = 0
        const factsNow = () => ({ versions: seen(world, isPartial), now })
        const preview = decisions(asked, 'delete', factsNow())
        for (const [step, { version: planned }] of preview.filter(({ reasons }) => reasons.length === 0).entries()) {
          const { at, kind } = changes[step] ?? {}
          world = world.flatMap((one, index) => (at === index ? (changed(one, kind ?? '') ?? []) : one))
          const again = decisions(asked, 'delete', factsNow()).find((one) => one.version.id === planned.id)
          if (again === undefined || again.reasons.length > 0) continue
          const real = world.find((one) => one.version.id === planned.id)?.version
          const before = regionNames.map((region) => latestNumber(world, region))
          world = world.filter((one) => one.version.id !== planned.id)
          deleted += 1
          expect(real).toMatchObject({ usedBy: [], sourceOf: [], isInCampaign: false, locks: [] })
          expect(Object.keys(real?.tags ?? {})).not.toContain('keep')
          expect(real?.blockDeletionBeforeEndOfLife).toBe(false)
          expect(regionNames.map((region) => latestNumber(world, region))).toEqual(before)
        }
        // One in which nothing is deleted is checked, but doesn't count: chance must not decide how much is tried.
        fc.pre(deleted > 0)
      }),
      { numRuns },
    )
  })
})

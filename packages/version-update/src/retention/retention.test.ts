import { describe, expect, it } from 'vitest'
import { aRetainedVersion } from '../testing/retained.ts'
import type { RetentionRule } from './retention-rule.ts'
import {
  decisions,
  freedByRegion,
  successorOfRevoked,
  type RetainedVersion,
  type RetentionAction,
} from './retention.ts'

const now = '2026-06-01T00:00:00Z'
const rule: RetentionRule = { name: 'Old ones', keepNewest: 1, keepTag: 'keep' }
const old = aRetainedVersion('1.0.0')
const newest = aRetainedVersion('1.10.0')

/** The codes of the reasons for which the first version stays. */
function reasonsOf(
  first: RetainedVersion,
  {
    by = rule,
    action = 'delete',
    others = [newest],
  }: {
    by?: RetentionRule
    action?: RetentionAction
    others?: RetainedVersion[]
  } = {},
) {
  const found = decisions(by, action, { versions: [first, ...others], now })
  return found.find(({ version }) => version === first)?.reasons.map(({ code }) => code)
}

const only = (conditions: NonNullable<RetentionRule['only']>) => ({ by: { ...rule, only: conditions } })
const at = (hour: string, days: number) => ({ by: { name: 'Young', keepDays: days, keepTag: 'keep' }, hour })

describe('a rule', () => {
  it('lets the old version go, and keeps the newest', () => {
    expect(decisions(rule, 'delete', { versions: [newest, old], now })).toEqual([
      { version: old, reasons: [] },
      {
        version: newest,
        reasons: [
          { code: 'Newest', about: [] },
          { code: 'Latest', about: ['westus'] },
        ],
      },
    ])
  })

  it.each<[string, RetainedVersion, object, string[]]>([
    ['age: exactly as old', old, at('', 151), []],
    ['age: a day younger', old, at('', 152), ['Young']],
    ['no date at all', aRetainedVersion('1.0.0', { publishedDate: undefined }), at('', 1), ['Young']],
    ['a date that is none', aRetainedVersion('1.0.0', { publishedDate: 'soon' }), at('', 1), ['Young']],
    ['a tag, in any case', aRetainedVersion('1.0.0', { tags: { KEEP: '' } }), {}, ['Tagged']],
    ['its definition', old, only({ definition: 'WE*' }), []],
    ['another definition', old, only({ definition: 'ubuntu-*' }), ['NotMeant']],
    ['its number', old, only({ version: '1.*.0' }), []],
    ['another number', old, only({ version: '1.0' }), ['NotMeant']],
    [
      'a value of a tag',
      aRetainedVersion('1.0.0', { tags: { Stage: 'old' } }),
      only({ tag: { name: 'stage', value: 'old' } }),
      [],
    ],
    [
      'another value',
      aRetainedVersion('1.0.0', { tags: { stage: 'Old' } }),
      only({ tag: { name: 'stage', value: 'old' } }),
      ['NotMeant'],
    ],
    ['no end of life', old, only({ isPastEndOfLife: true }), ['NotMeant']],
    ['its end of life', aRetainedVersion('1.0.0', { endOfLifeDate: now }), only({ isPastEndOfLife: true }), []],
    ['not revoked', old, only({ isRevoked: true }), ['NotMeant']],
    ['own keys', old, only({ isUnderPlatformKeys: true }), ['NotMeant']],
    ['not excluded', old, only({ isExcluded: true }), ['NotMeant']],
  ])('decides by %s', (_, version, over, codes) => {
    expect(reasonsOf(version, over)).toEqual(codes)
  })

  it('means only the versions of a selection, in any case of their IDs, and keeps what must not go', () => {
    const by: RetentionRule = { name: 'Chosen', versions: [old.id.toUpperCase(), newest.id], keepTag: 'keep' }
    const between = aRetainedVersion('1.5.0')
    const found = decisions(by, 'delete', { versions: [old, between, newest], now })
    expect(found.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([[], ['NotMeant'], ['Latest']])
    expect(reasonsOf(aRetainedVersion('1.0.0', { usedBy: ['/vm'] }), { by })).toEqual(['Used'])
  })

  it('includes again what is excluded, unless it is revoked', () => {
    const excluded = aRetainedVersion('1.0.0', { excludeFromLatest: true })
    expect(reasonsOf(excluded, { action: 'include' })).toEqual([])
    expect(reasonsOf(old, { action: 'include' })).toEqual(['NothingToChange'])
    expect(reasonsOf({ ...excluded, tags: { 'image-revoked': now } }, { action: 'include' })).toEqual(['Revoked'])
  })

  it('counts no version that failed or is revoked among the newest: the last good one stays', () => {
    const others = [
      aRetainedVersion('2.0.0', { provisioningState: 'Failed' }),
      aRetainedVersion('2.1.0', { tags: { 'image-revoked': now } }),
    ]
    expect(reasonsOf(aRetainedVersion('1.0.0', { excludeFromLatest: true }), { others })).toEqual(['Newest'])
  })
})

describe('whatever the rule, a version stays', () => {
  const lock = (level: 'CanNotDelete' | 'ReadOnly') => ({ locks: [{ scope: '/subscriptions/s', level }] })
  const bin = { softDeletePolicy: { isSoftDeleteEnabled: true } }
  it.each<[string, Partial<RetainedVersion>, string[], string[]]>([
    ['that something was made from', { usedBy: ['/vm'] }, ['Used'], []],
    ['that is the source of another', { sourceOf: ['/version'] }, ['SourceOfOthers'], []],
    ['that a campaign is at', { isInCampaign: true }, ['InCampaign'], ['InCampaign']],
    ['that is locked', lock('CanNotDelete'), ['Locked'], []],
    ['that is locked read-only', lock('ReadOnly'), ['Locked'], ['Locked']],
    ['that changes', { provisioningState: 'Updating' }, ['UnderWay'], ['UnderWay']],
    ['that failed, under soft delete', { provisioningState: 'Failed', ...bin }, ['FailedUnderSoftDelete'], []],
    ['that is blocked', { blockDeletionBeforeEndOfLife: true, endOfLifeDate: '2027-01-01' }, ['BeforeEndOfLife'], []],
    ['that is done', { excludeFromLatest: true }, [], ['NothingToChange']],
  ])('%s', (_, facts, deleted, excluded) => {
    expect(reasonsOf(aRetainedVersion('1.0.0', facts))).toEqual(deleted)
    expect(reasonsOf(aRetainedVersion('1.0.0', facts), { action: 'exclude' })).toEqual(excluded)
  })

  it('that is the latest anywhere, also once a version that is being created is there or is not', () => {
    const region = (name: string) => ({ name, excludeFromLatest: false, replicas: 1 })
    const others = [
      aRetainedVersion('1.5.0', { provisioningState: 'Creating' }),
      aRetainedVersion('1.9.0', { tags: { 'image-revoked': '' }, excludeFromLatest: true }),
    ]
    const by = { ...rule, only: { version: '1.0.0' } }
    expect(reasonsOf(old, { others, by })).toContain('Latest')
    const alone = aRetainedVersion('1.0.0', { regions: [region('westus'), region('eastus')] })
    const found = decisions(rule, 'delete', { versions: [alone, newest], now })
    expect(found[0]?.reasons).toEqual([{ code: 'Latest', about: ['eastus'] }])
  })

  it('where the user does not see everything, unless it is only excluded or revoked', () => {
    const hidden = aRetainedVersion('1.0.0', { unseen: ['Production'] })
    expect(reasonsOf(hidden)).toEqual(['Unseen'])
    expect(reasonsOf(hidden, { action: 'revoke' })).toEqual([])
  })
})

it('decides on 10,000 versions in ten regions well within a second of the processor', () => {
  const regions = Array.from({ length: 10 }, (_, number) => ({
    name: `region${number}`,
    excludeFromLatest: false,
    replicas: 1,
  }))
  const versions = Array.from({ length: 10_000 }, (_, number) => aRetainedVersion(`1.${number}.0`, { regions }))
  const before = process.cpuUsage()
  const going = decisions({ ...rule, keepNewest: 100 }, 'delete', { versions, now }).filter(
    ({ reasons }) => reasons.length === 0,
  )
  expect(going).toHaveLength(9_900)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
})

describe('what a rule frees', () => {
  it('is the replicas of each region, and their size', () => {
    const versions = [
      aRetainedVersion('1.0.0', { sizeInGB: 30, regions: [{ name: 'westus', excludeFromLatest: false, replicas: 2 }] }),
      aRetainedVersion('1.1.0', { regions: [{ name: 'eastus', excludeFromLatest: false, replicas: 1 }] }),
    ]
    expect(freedByRegion(versions)).toEqual([
      { region: 'eastus', replicas: 1, sizeInGB: 0 },
      { region: 'westus', replicas: 2, sizeInGB: 60 },
    ])
  })
})

describe('the successor of a revoked version', () => {
  it('is what latest gives in its region, and never a revoked one', () => {
    const revoked = aRetainedVersion('2.0.0', { tags: { 'image-revoked': now } })
    expect(successorOfRevoked(old, [old, newest, revoked])).toBe(newest.id)
    expect(successorOfRevoked(old, [{ ...old, excludeFromLatest: true }, revoked])).toBeUndefined()
  })
})

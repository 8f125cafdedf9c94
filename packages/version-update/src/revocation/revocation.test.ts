import { revocationOf, revocationTags } from '@portal/image-version'
import { anInventory, aRevokedVersion, aStoredVersion, imageDefinitionId } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { revocationIssues, undoIssues } from './revocation-issues.ts'
import { earliestEndOfLife, isRevocationStored, restoredVersion, revokedVersion } from './revoked-version.ts'

const now = '2026-11-24T10:00:00.000Z'
const later = `${imageDefinitionId}/versions/1.1.0`
const wanted = { reason: 'Contains a vulnerable OpenSSL', replacementId: later, endOfLifeDate: '2026-12-01' }
const inventory = { ...anInventory(), now }

/** As ARM returns it after the PUT. */
const stored = (version: object) => ({ ...aStoredVersion(), ...version })
const revoked = (version = aStoredVersion(), asked = wanted) => stored(revokedVersion(version, asked, now))

const codes = (over: object, version = aStoredVersion(), replacement = {}) =>
  revocationIssues(version, { ...wanted, ...over }, { inventory, ...replacement }).map(({ code }) => code)

describe('a revoked version', () => {
  it('says why in its tags, is excluded from latest, ends, and keeps the rest', () => {
    const before = aStoredVersion()
    const body = revokedVersion(before, wanted, now)
    expect(body.tags).toEqual({
      team: 'images',
      'image-revoked': now,
      'image-revoked-reason': wanted.reason,
      'image-revoked-replacement': '1.1.0',
      'image-revoked-before': '{"excludeFromLatest":false}',
    })
    const { publishingProfile } = body.properties
    expect(publishingProfile).toMatchObject({ excludeFromLatest: true, endOfLifeDate: '2026-12-01T00:00:00.000Z' })
    expect(publishingProfile.targetRegions).toEqual(before.properties.publishingProfile.targetRegions)
  })

  it('is read back', () => {
    expect(revocationOf(revoked())).toEqual({ date: now, reason: wanted.reason, replacementId: later })
    expect(revocationOf(aStoredVersion())).toBeUndefined()
    // what other tests take for a revoked version
    const flaw = { reason: 'Flaw', replacementId: '', endOfLifeDate: '2026-12-01' }
    expect(aRevokedVersion(aStoredVersion())).toMatchObject(revokedVersion(aStoredVersion(), flaw, now))
  })

  it('names a replacement of another definition by its ID', () => {
    const other = later.replace('/images/', '/images/other-')
    expect(revocationOf(revoked(aStoredVersion(), { ...wanted, replacementId: other }))?.replacementId).toBe(other)
  })

  it.each([
    ['names in other letters', { 'IMAGE-REVOKED': now, 'Image-Revoked-Reason': 'Old' }, { date: now, reason: 'Old' }],
    ['no date', { 'image-revoked': 'yes' }, { reason: '' }],
    [
      'a reason that turns the text after it, over two lines',
      { 'image-revoked': now, 'image-revoked-reason': 'Old\u202E dne\nok' },
      { date: now, reason: 'Old  dne ok' },
    ],
    [
      'a replacement that is no version',
      { 'image-revoked': now, 'image-revoked-replacement': 'javascript:x' },
      { date: now, reason: '' },
    ],
  ])('is read from tags of someone else with %s', (_, tags, expected) => {
    expect(revocationOf({ ...aStoredVersion(), tags })).toEqual(expected)
  })

  it('keeps an end of life that comes earlier', () => {
    const early = aStoredVersion({ endOfLifeDate: '2026-11-25T08:30:00+00:00' })
    expect(revokedVersion(early, wanted, now).properties.publishingProfile.endOfLifeDate).toBe(
      '2026-11-25T08:30:00+00:00',
    )
    expect(codes({}, early)).toEqual(['EarlierEndOfLifeStays'])
  })

  it('revoked again for another reason keeps its date and what undoes it', () => {
    const again = revokedVersion(revoked(), { ...wanted, reason: 'Worse' }, '2026-11-26T10:00:00.000Z')
    expect(again.tags).toMatchObject({
      'image-revoked': now,
      'image-revoked-reason': 'Worse',
      'image-revoked-before': '{"excludeFromLatest":false}',
    })
  })
})

describe('undone', () => {
  it.each([
    ['without an end of life', aStoredVersion()],
    [
      'excluded, with an end of life at some hour',
      aStoredVersion({ excludeFromLatest: true, endOfLifeDate: '2027-03-01T10:30:00+00:00' }),
    ],
    ['without tags', { ...aStoredVersion(), tags: {} }],
  ])('a version %s is exactly as before', (_, before) => {
    const after = restoredVersion(revoked(before), now)
    expect(after).toEqual(restoredVersion(before, now))
    expect(after.properties.publishingProfile.targetRegions).toEqual(before.properties.publishingProfile.targetRegions)
    expect(after.tags).toEqual(before.tags)
  })

  it('an end of life that has passed meanwhile stays as it is, and that is said', () => {
    const version = revoked(aStoredVersion({ endOfLifeDate: '2026-12-24T00:00:00+00:00' }))
    const late = '2027-01-01T00:00:00.000Z'
    expect(restoredVersion(version, late).properties.publishingProfile.endOfLifeDate).toBe('2026-12-01T00:00:00.000Z')
    expect(undoIssues(version, { ...inventory, now: late })).toMatchObject([
      { code: 'EndOfLifeNotRestorable', severity: 'warning', params: { date: '2026-12-24T00:00:00+00:00' } },
    ])
  })

  it.each([
    '',
    'excludeFromLatest=false',
    '{"excludeFromLatest":1}',
    '{"excludeFromLatest":true,"endOfLifeDate":"soon"}',
  ])('what was before is not guessed from %j', (before) => {
    const version = revoked()
    const changed = { ...version, tags: { ...version.tags, [revocationTags.before]: before } }
    const { publishingProfile } = restoredVersion(changed, now).properties
    expect(publishingProfile).toMatchObject({ excludeFromLatest: true, endOfLifeDate: '2026-12-01T00:00:00.000Z' })
    expect(undoIssues(changed, inventory)).toMatchObject([{ code: 'StateBeforeUnknown', severity: 'warning' }])
  })

  it('only a revoked version is', () => {
    expect(undoIssues(aStoredVersion(), inventory)).toMatchObject([{ code: 'VersionNotRevoked', severity: 'error' }])
    expect(
      undoIssues(stored({ properties: { ...aStoredVersion().properties, provisioningState: 'Updating' } }), inventory),
    ).toMatchObject([{ code: 'VersionBusy' }])
  })
})

describe('the rules of a revocation', () => {
  it.each([
    ['no reason', { reason: ' \t ' }, ['RevocationReasonRequired']],
    ['a line break', { reason: 'one\ntwo' }, ['RevocationReasonUnreadable']],
    ['a NUL', { reason: 'a\0b' }, ['RevocationReasonUnreadable']],
    ['text that turns around', { reason: 'a\u202Eb' }, ['RevocationReasonUnreadable']],
    ['half a character', { reason: 'a\uD83Db' }, ['RevocationReasonUnreadable']],
    ['257 characters', { reason: 'x'.repeat(257) }, ['RevocationReasonTooLong']],
    ['256 characters', { reason: 'è'.repeat(256) }, []],
    ['a text instead of a replacement', { replacementId: '1.1.0' }, ['ReplacementInvalid']],
    ['a definition as its replacement', { replacementId: imageDefinitionId }, ['ReplacementInvalid']],
    ['itself as its replacement', { replacementId: aStoredVersion().id.toUpperCase() }, ['ReplacementIsTheVersion']],
    [
      'an ID longer than a tag',
      {
        replacementId: later
          .replace('/images/', `/images/${'x'.repeat(80)}`)
          .replace('/galleries/', `/galleries/${'y'.repeat(80)}`),
      },
      ['ReplacementTooLong'],
    ],
    ['today', { endOfLifeDate: '2026-11-24' }, ['EndOfLifeDatePast']],
    ['no date that is one', { endOfLifeDate: '2026-02-30' }, ['EndOfLifeDateInvalid']],
    ['no end of life', { endOfLifeDate: '' }, []],
    ['the earliest one', { endOfLifeDate: earliestEndOfLife(now) }, []],
  ])('about %s', (_, over, expected) => {
    expect(codes(over)).toEqual(expected)
  })

  it('refuse a replacement that is not there, or revoked itself', () => {
    expect(codes({}, aStoredVersion(), { replacement: { id: later, version: undefined } })).toEqual([
      'ReplacementNotFound',
    ])
    expect(codes({}, aStoredVersion(), { replacement: { id: later, version: revoked() } })).toEqual([
      'ReplacementRevoked',
    ])
    expect(codes({}, aStoredVersion(), { replacement: { id: later, version: aStoredVersion() } })).toEqual([])
  })

  it('count the tags that the version has already', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag${at}`, '']))
    expect(codes({}, { ...aStoredVersion(), tags: many(46) })).toEqual([])
    expect(codes({}, { ...aStoredVersion(), tags: many(47) })).toEqual(['RevocationNeedsTags'])
    expect(codes({ replacementId: '' }, { ...aStoredVersion(), tags: many(47) })).toEqual([])
  })

  it('warn that the deletion lock ends with the end of life', () => {
    expect(codes({}, aStoredVersion({}, { safetyProfile: { blockDeletionBeforeEndOfLife: true } }))).toEqual([
      'DeletionLockEnds',
    ])
  })

  it('send nothing that is so already', () => {
    expect(codes({}, revoked())).toContain('NothingToChange')
    expect(codes({ reason: 'Another' }, revoked())).not.toContain('NothingToChange')
  })
})

it('a lost undoing is not taken for done because of tags that are still there', () => {
  const before = aStoredVersion({ excludeFromLatest: true })
  const version = revoked(before, { ...wanted, endOfLifeDate: '' })
  const body = restoredVersion(version, now)
  expect(isRevocationStored(body, version)).toBe(false)
  expect(isRevocationStored(body, before)).toBe(true)
})

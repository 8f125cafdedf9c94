import { describe, expect, it } from 'vitest'
import type { KeyFacts } from './disk-encryption-set-facts.ts'
import { keyCalendar, type CalendarKey } from './key-calendar.ts'

const now = '2026-11-24T09:00:00Z'

function aKey(name: string, facts: Partial<KeyFacts> | CalendarKey['key']): CalendarKey {
  const key =
    typeof facts === 'string' ? facts : { name, enabled: true, kty: 'RSA', keySize: 3072, rotationPolicy: {}, ...facts }
  return { keyUrl: `https://kv.vault.azure.net/keys/${name}/1`, keyVaultName: 'kv', keyName: name, key }
}

function daysOf(keys: CalendarKey[]) {
  return keyCalendar(keys, now).months.flatMap(({ expires, rotates }) =>
    [...expires, ...rotates].map(({ kind, at, key }) => `${key.keyName} ${kind} ${at.slice(0, 10)}`),
  )
}

describe('the calendar of keys', () => {
  it('has twelve months from the present one', () => {
    const starts = keyCalendar([], now).months.map(({ start }) => start)
    expect([starts.length, starts[0], starts[1], starts.at(-1)]).toEqual([12, '2026-11-01', '2026-12-01', '2027-10-01'])
  })

  it.each([
    ['an expiry', { expires: '2027-03-01T00:00:00Z' }, ['k expires 2027-03-01']],
    ['an expiry earlier this month', { expires: '2026-11-02T00:00:00Z' }, ['k expires 2026-11-02']],
    ['no expiry after the last month', { expires: '2027-11-01T00:00:00Z' }, []],
    [
      'a rotation some time after the creation',
      { created: '2025-01-31T00:00:00Z', rotationPolicy: { rotate: { timeAfterCreate: 'P2Y1M' } } },
      ['k rotates 2027-02-28'],
    ],
    [
      'a rotation some time before the expiry',
      { expires: '2027-03-31T00:00:00Z', rotationPolicy: { rotate: { timeBeforeExpiry: 'P30D' } } },
      ['k expires 2027-03-31', 'k rotates 2027-03-01'],
    ],
    [
      'no rotation of a disabled key',
      { enabled: false, created: '2026-01-01T00:00:00Z', rotationPolicy: { rotate: { timeAfterCreate: 'P1Y' } } },
      [],
    ],
    ['nothing of a key that only notifies', { rotationPolicy: { notify: { timeBeforeExpiry: 'P30D' } } }, []],
  ])('has %s', (_, facts, days) => {
    expect(new Set(daysOf([aKey('k', facts)]))).toEqual(new Set(days))
  })

  it.each([
    ['a key that was not read', 'notRead', ['notRead']],
    ['a key that cannot be read', 'unreadable', ['unreadable']],
    ['a key without an expiry and a rotation', {}, ['noExpiry', 'noRotation']],
    [
      'a rotation that is overdue',
      {
        expires: '2027-01-01T00:00:00Z',
        created: '2025-01-01T00:00:00Z',
        rotationPolicy: { rotate: { timeAfterCreate: 'P1Y' } },
      },
      ['rotationOverdue'],
    ],
  ] as const)('says that it does not know of %s', (_, facts, gaps) => {
    const { gaps: found } = keyCalendar([aKey('k', facts)], now)
    expect(Object.entries(found).flatMap(([gap, keys]) => (keys.length > 0 ? [gap] : []))).toEqual(gaps)
  })
})

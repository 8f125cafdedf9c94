import type { KeyFacts } from './disk-encryption-set-facts.ts'
import { keyRotationOf } from './key-rotation-findings.ts'

/** A key with what is known of it; `notRead`: nobody has asked yet. */
export interface CalendarKey {
  keyUrl: string
  keyVaultName: string
  keyName: string
  key: KeyFacts | 'unreadable' | 'notFound' | 'notRead'
}

/** What happens to a key on a day. */
export interface CalendarEvent {
  kind: 'expires' | 'rotates'
  /** ISO 8601 */
  at: string
  key: CalendarKey
}

/** Why the calendar does not have a key, or not all of it. */
export type CalendarGap = 'notRead' | 'unreadable' | 'notFound' | 'noExpiry' | 'noRotation' | 'rotationOverdue'

export interface KeyCalendar {
  /** twelve, from the present one */
  months: { /** first day, ISO 8601 date in UTC */ start: string; expires: CalendarEvent[]; rotates: CalendarEvent[] }[]
  gaps: Record<CalendarGap, CalendarKey[]>
}

const monthCount = 12

/**
 * The expiries and the expected rotations of keys in the next twelve months, and what is not known. A rotation is
 * expected when the key's own policy asks for one: the time after the creation of the latest version, or before its
 * expiry. `now` is Azure's time, ISO 8601.
 * https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
export function keyCalendar(keys: readonly CalendarKey[], now: string): KeyCalendar {
  const today = new Date(now)
  const starts = Array.from({ length: monthCount + 1 }, (_, index) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + index)).toISOString(),
  )
  const events = keys.flatMap(eventsOf).toSorted((one, other) => one.at.localeCompare(other.at))
  const gaps: KeyCalendar['gaps'] = {
    notRead: [],
    unreadable: [],
    notFound: [],
    noExpiry: [],
    noRotation: [],
    rotationOverdue: [],
  }
  for (const key of keys) for (const gap of gapsOf(key, today.toISOString())) gaps[gap].push(key)
  return {
    months: starts.slice(0, monthCount).map((start, index) => {
      const here = events.filter(({ at }) => at >= start && at < (starts[index + 1] ?? ''))
      return {
        start: start.slice(0, 10),
        expires: here.filter(({ kind }) => kind === 'expires'),
        rotates: here.filter(({ kind, at }) => kind === 'rotates' && at >= today.toISOString()),
      }
    }),
    gaps,
  }
}

function eventsOf(key: CalendarKey): CalendarEvent[] {
  if (typeof key.key === 'string') return []
  const { expires } = key.key
  const rotates = rotationOf(key.key)
  return [
    ...(expires === undefined ? [] : [{ kind: 'expires' as const, at: new Date(expires).toISOString(), key }]),
    ...(rotates === undefined ? [] : [{ kind: 'rotates' as const, at: rotates, key }]),
  ]
}

function gapsOf({ key }: CalendarKey, now: string): CalendarGap[] {
  if (typeof key === 'string') return [key]
  const rotates = rotationOf(key)
  return [
    ...(key.expires === undefined ? ['noExpiry' as const] : []),
    ...(rotates === undefined ? ['noRotation' as const] : rotates < now ? ['rotationOverdue' as const] : []),
  ]
}

/** When the key's policy creates its next version, ISO 8601; undefined if it does not, or if that is not known. */
function rotationOf(key: KeyFacts): string | undefined {
  if (key.rotationPolicy === 'unreadable' || keyRotationOf(key) !== 'rotates' || !key.enabled) return undefined
  const { timeAfterCreate, timeBeforeExpiry } = key.rotationPolicy.rotate ?? {}
  if (timeAfterCreate !== undefined) return key.created && moved(key.created, timeAfterCreate, 1)
  return timeBeforeExpiry !== undefined && key.expires ? moved(key.expires, timeBeforeExpiry, -1) : undefined
}

/** An instant moved by an ISO 8601 duration of days and longer, as Key Vault has them; undefined for another text. */
function moved(instant: string, duration: string, sign: 1 | -1): string | undefined {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration)?.slice(1)
  if (parts === undefined) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part: string | undefined) => sign * Number(part ?? 0))
  const date = new Date(instant)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + years * 12 + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay) + weeks * 7 + days)
  return date.toISOString()
}

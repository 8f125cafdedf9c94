import type { Json } from '../../../json.ts'

// A datetime is text as ARM writes it, a timespan text as Kusto does, `14.00:00:00`: both are cells of a row.
// https://learn.microsoft.com/azure/data-explorer/kusto/query/scalar-data-types/timespan

const second = 1000
const units: Record<string, number> = {
  ms: 1,
  s: second,
  m: 60 * second,
  h: 3600 * second,
  d: 24 * 3600 * second,
}
const dateShape = /^\d{4}-\d{2}-\d{2}(?:$|[T ]\d{2}:\d{2})/
const spanShape = /^(-?)(?:(\d+)\.)?(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/

/** Milliseconds of a datetime; undefined if it is none. */
export function timeOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'string' || !dateShape.test(value)) return undefined
  // Without an offset it is in UTC.
  const hasOffset = value.length === 10 || /(?:z|[+-]\d{2}:?\d{2})$/i.test(value)
  const time = Date.parse(hasOffset ? value : `${value.replace(' ', 'T')}Z`)
  return Number.isNaN(time) ? undefined : time
}

/** Milliseconds of a timespan; undefined if it is none. */
export function spanOf(value: Json | undefined): number | undefined {
  const parts = typeof value === 'string' ? spanShape.exec(value) : null
  if (parts === null) return undefined
  const [, sign, days = '0', hours, minutes, seconds, fraction = ''] = parts
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
  const total = whole * second + Number(fraction.padEnd(3, '0').slice(0, 3))
  return sign === '-' ? -total : total
}

/** A datetime from milliseconds; null beyond what there is. */
export function datetime(milliseconds: number): string | null {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** A timespan from milliseconds. */
export function timespan(milliseconds: number): string {
  const all = Math.abs(Math.round(milliseconds))
  const two = (number: number) => Math.floor(number).toString().padStart(2, '0')
  const days = Math.floor(all / 86_400_000)
  const rest = all % 1000
  const clock = [(all / 3_600_000) % 24, (all / 60_000) % 60, (all / 1000) % 60].map(two).join(':')
  const fraction = rest === 0 ? '' : `.${rest.toString().padStart(3, '0')}0000`
  return `${milliseconds < 0 ? '-' : ''}${days === 0 ? '' : `${days}.`}${clock}${fraction}`
}

/** The value of a token of kind `time`. */
export function timeOfLiteral(literal: string): string | null {
  const given = /^datetime\s*\(\s*['"]?(.*?)['"]?\s*\)$/s.exec(literal)?.[1]
  if (given !== undefined) {
    const time = timeOf(given)
    return time === undefined ? null : datetime(time)
  }
  const [, number, unit = ''] = /^([\d.]+)([a-z]+)$/.exec(literal) ?? []
  return timespan(Number(number) * (units[unit] ?? 0))
}

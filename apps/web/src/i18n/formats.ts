import { type Language, useLanguage } from './language.ts'

export interface Formats {
  /** 1,234 */
  number: (value: number) => string
  /** 64 → 64%, from 0 to 100 */
  percent: (value: number) => string
  /** 30 → 30 GB */
  gigabytes: (value: number) => string
  /** ISO 8601 → day and time in the browser's time zone; a text that is no time comes back as it is */
  dateTime: (iso: string) => string
  /** ISO 8601 → day and month, hours and minutes, in the browser's time zone */
  dayAndTime: (iso: string) => string
  /**
   * ISO 8601 → hours, minutes and seconds in the browser's time zone, with the day unless it is that of `today`, in ms:
   * 10:27:03 AM
   */
  timeOfDay: (iso: string, today: number) => string
  /** ISO 8601 → the day, in UTC as Azure keeps it */
  date: (iso: string) => string
  /** milliseconds → 3 min 12 sec; negative counts as nothing */
  duration: (milliseconds: number) => string
  /** milliseconds → 3 minutes ago, now or yesterday, in its largest unit */
  ago: (milliseconds: number) => string
  /** an ISO 8601 duration of days and longer, P1Y10D → 1 year, 10 days; another text comes back as it is */
  calendarDuration: (iso: string) => string
  /** a, b, and c */
  list: (items: readonly string[]) => string
}

/** How numbers, times and lists are written in a language. */
export function formatsOf(language: Language): Formats {
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const gigabytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'gigabyte' })
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const dayAndTime = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const seconds = new Intl.DateTimeFormat(language, { timeStyle: 'medium' })
  const dayAndSeconds = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const list = new Intl.ListFormat(language)
  const listOfUnits = new Intl.ListFormat(language, { type: 'unit' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  // Made once each: a list writes hundreds of durations.
  const units = new Map<string, Intl.NumberFormat>()
  const unit = (name: string, value: number, unitDisplay: 'short' | 'long' = 'short') => {
    const format =
      units.get(name + unitDisplay) ?? new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay })
    units.set(name + unitDisplay, format)
    return format.format(value)
  }
  const written = (format: Intl.DateTimeFormat, iso: string) => {
    const time = Date.parse(iso)
    return Number.isNaN(time) ? iso : format.format(time)
  }
  return {
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    gigabytes: (value) => gigabytes.format(value),
    dateTime: (iso) => written(dateTime, iso),
    dayAndTime: (iso) => written(dayAndTime, iso),
    timeOfDay: (iso, today) =>
      written(new Date(iso).toDateString() === new Date(today).toDateString() ? seconds : dayAndSeconds, iso),
    date: (iso) => written(date, iso),
    duration: (milliseconds) =>
      durationParts(milliseconds)
        .map(([name, value]) => unit(name, value))
        .join(' '),
    ago: (milliseconds) => {
      const [[name, value] = ['second', 0] as const] = durationParts(milliseconds)
      return relative.format(-value, name)
    },
    calendarDuration: (iso) => {
      const parts = calendarParts(iso).map(([name, value]) => unit(name, value, 'long'))
      return parts.length === 0 ? iso : listOfUnits.format(parts)
    },
    list: (items) => list.format(items),
  }
}

const calendarUnits = ['year', 'month', 'week', 'day'] as const

function calendarParts(iso: string): [(typeof calendarUnits)[number], number][] {
  const values = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(iso)?.slice(1) ?? []
  return calendarUnits.flatMap((unit, index) => (values[index] === undefined ? [] : [[unit, Number(values[index])]]))
}

type DurationPart = ['day' | 'hour' | 'minute' | 'second', number]

// The two largest units: 2 days 3 hr, 1 hr 4 min, 3 min 12 sec, 9 sec.
function durationParts(milliseconds: number): DurationPart[] {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts: DurationPart[] = [
    ['day', Math.floor(seconds / 86_400)],
    ['hour', Math.floor(seconds / 3600) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ]
  const first = parts.findIndex(([, value]) => value > 0)
  if (first === -1) return [['second', 0]]
  return parts.slice(first, first + 2).filter(([, value], index) => index === 0 || value > 0)
}

// Built once: the browser takes milliseconds for the formats of a language, and most components use some.
const known = new Map<Language, Formats>()

/** How numbers, times and lists are written in the language shown. */
export function useFormats(): Formats {
  const language = useLanguage()
  const formats = known.get(language) ?? formatsOf(language)
  known.set(language, formats)
  return formats
}

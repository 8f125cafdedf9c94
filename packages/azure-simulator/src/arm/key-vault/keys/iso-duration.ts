/**
 * A span of time as ISO 8601 writes it: `P90D`, `P1Y10D`. Calendar units are kept apart, for years and months differ.
 */
export interface IsoDuration {
  years: number
  months: number
  days: number
}

const form = /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** undefined for an invalid duration; Key Vault's shortest unit here is a day. */
export function isoDuration(text: string): IsoDuration | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [, years = '0', months = '0', days = '0'] = match
  return { years: Number(years), months: Number(months), days: Number(days) }
}

/** The maximum number of days, with a year of 365 and a month of 30. */
export function daysIn({ years, months, days }: IsoDuration): number {
  return years * 365 + months * 30 + days
}

/** `instant` (ms since 1970) moved by the duration, forwards or (`-1`) backwards, by the calendar of UTC. */
export function moved(instant: number, { years, months, days }: IsoDuration, direction: 1 | -1 = 1): number {
  const date = new Date(instant)
  date.setUTCFullYear(date.getUTCFullYear() + direction * years, date.getUTCMonth() + direction * months)
  return date.getTime() + direction * days * 86_400_000
}
